import fc from "fast-check";
import { expect, it } from "vitest";
import { numbering, resistorNumbering } from "../../src/crossbar/array-numbering.ts";
import { dissect } from "../../src/crossbar/dissection-plan.ts";
import type { ReductionStep } from "../../src/crossbar/dissection-plan.ts";

const shapes = fc.record({
  rowCount: fc.integer({ min: 1, max: 23 }),
  columnCount: fc.integer({ min: 1, max: 23 }),
  rowStart: fc.boolean(),
  rowEnd: fc.boolean(),
  columnStart: fc.boolean(),
  columnEnd: fc.boolean(),
});

function nodesOf({ block, move }: ReductionStep): number[] {
  return Array.from(block.nodes, (node, k) => node + move[block.nodeMoves[k]!]!);
}

it("eliminates every inner node once and leaves the terminals", () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const { steps } = dissect(shape);
      const pivots = steps.flatMap((step) => nodesOf(step).slice(0, step.block.pivotCount));
      const inner = 2 * shape.rowCount * shape.columnCount;
      expect(pivots.toSorted((a, b) => a - b)).toEqual(Array.from({ length: inner }, (_, node) => node));
      const node = numbering(shape);
      const last = steps.at(-1)!;
      expect(nodesOf(last).slice(last.block.pivotCount)).toEqual([
        ...(shape.rowStart || shape.rowEnd
          ? Array.from({ length: shape.rowCount }, (_, i) => node.rowTerminal(i))
          : []),
        ...(shape.columnStart || shape.columnEnd
          ? Array.from({ length: shape.columnCount }, (_, j) => node.columnTerminal(j))
          : []),
      ]);
    }),
  );
});

it("puts every resistor of the shape into one step", () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const used = dissect(shape).steps.flatMap(({ block: { resistors }, move }) =>
        Array.from({ length: resistors.length / 3 }, (_, k) => resistors[3 * k + 1]! + move[resistors[3 * k + 2]!]!),
      );
      const { rowCount, columnCount } = shape;
      const resistor = resistorNumbering(shape);
      const expected: number[] = [];
      for (let i = 0; i < rowCount; i++) {
        for (let j = 0; j < columnCount; j++) {
          expected.push(resistor.cell(i, j));
          if (j > 0 || shape.rowStart) expected.push(resistor.rowSegment(i, j));
          if (i < rowCount - 1 || shape.columnEnd) expected.push(resistor.columnSegment(i, j));
        }
        if (shape.rowEnd) expected.push(resistor.rowEnd(i));
      }
      for (let j = 0; j < columnCount; j++) if (shape.columnStart) expected.push(resistor.columnStart(j));
      expect(used.toSorted((a, b) => a - b)).toEqual(expected.toSorted((a, b) => a - b));
    }),
  );
});

it("adds triangles to triangles: ports of a joined block stand in increasing order", () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      for (const { position } of dissect(shape).steps.flatMap(({ block }) => block.halves))
        for (let k = 1; k < position.length; k++) expect(position[k]!).toBeGreaterThan(position[k - 1]!);
    }),
    { numRuns: 20 },
  );
});

it("joins blocks at the nodes that they have in common, each block done before the one that it becomes part of", () => {
  fc.assert(
    fc.property(shapes, (shape) => {
      const { steps } = dissect(shape);
      const done: ReductionStep[] = [];
      for (const step of steps) {
        const nodes = nodesOf(step);
        const parts = done.splice(done.length - step.block.halves.length);
        let resultAt = step.resultAt;
        for (const [k, { plan, position }] of step.block.halves.entries()) {
          const part = parts[k]!;
          expect(part.block).toBe(plan);
          expect(part.resultAt).toBe(resultAt);
          expect(nodesOf(part).slice(plan.pivotCount)).toEqual(Array.from(position, (at) => nodes[at]));
          resultAt += plan.portCount ** 2;
        }
        expect(step.workAt).toBe(resultAt);
        done.push(step);
      }
      expect(done).toHaveLength(1);
    }),
  );
});

it("needs room that grows with the square of the side, but for a logarithm", () => {
  const side = (count: number) =>
    dissect({
      rowCount: count,
      columnCount: count,
      rowStart: true,
      rowEnd: false,
      columnStart: false,
      columnEnd: true,
    });
  // From 32 to 64 cells a side: four times and a step of the logarithm.
  expect(side(64).factorSize / side(32).factorSize).toBeLessThan(5.5);
});
