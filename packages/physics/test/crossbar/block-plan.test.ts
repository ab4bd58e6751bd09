import { expect, it } from "vitest";
import { planBlocks } from "../../src/crossbar/block-plan.ts";
import type { BlockPlan } from "../../src/crossbar/block-plan.ts";

const ends = { rowStart: true, rowEnd: false, columnStart: false, columnEnd: true };

/** Every kind of block of an array. */
function kindsOf(plan: BlockPlan, found = new Set<BlockPlan>()): Set<BlockPlan> {
  if (!found.has(plan)) for (const half of plan.halves) kindsOf(half.plan, found);
  return found.add(plan);
}

function blocksOf(plan: BlockPlan): number {
  return 1 + plan.halves.reduce((sum, half) => sum + blocksOf(half.plan), 0);
}

it.each([
  [64, 64, 2047, 151],
  [128, 128, 8191, 191],
  [512, 512, 131_071, 271],
  [52, 26, 399, 149],
  [75, 50, 1151, 202],
])("%d x %d cells are %d blocks of %d kinds", (rowCount, columnCount, blocks, kinds) => {
  const plan = planBlocks({ rowCount, columnCount, ...ends });
  expect(blocksOf(plan)).toBe(blocks);
  expect(kindsOf(plan).size).toBe(kinds);
});

it("cells aside stand as they are numbered: 2 x 2 cells at the origin", () => {
  const { nodes, pivotCount, portCount, resistors, halves } = planBlocks({ rowCount: 2, columnCount: 2, ...ends });
  expect(halves).toHaveLength(0);
  // Row nodes and column nodes, then terminals of rows and columns.
  expect([...nodes]).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
  expect([pivotCount, portCount]).toEqual([8, 4]);
  // The first cell, between nodes 0 and 4 of 12, and the wire between its row's terminal, 8, and it.
  expect([...resistors.subarray(0, 6)]).toEqual([4 * 12, 0, 0, 8 * 12, 4, 0]);
});
