import fc from "fast-check";
import { expect, it } from "vitest";
import { eliminateNodes, eliminationRoom } from "../../src/crossbar/node-elimination.ts";
import { exactReduction } from "./rational-network.ts";

/** Lower triangle of nodes in a row-major square. */
function reduced(
  size: number,
  pivotCount: number,
  entries: readonly (readonly [number, number, number])[],
): number[][] {
  const matrix = new Float64Array(size * size);
  for (const [a, b, siemens] of entries) matrix[Math.max(a, b) * size + Math.min(a, b)]! += siemens;
  eliminateNodes(matrix, 0, size, pivotCount, eliminationRoom(size));
  return Array.from({ length: size - pivotCount }, (_, a) => [
    ...matrix.subarray((pivotCount + a) * size + pivotCount, (pivotCount + a) * size + pivotCount + a),
  ]);
}

it("turns a star of three into a triangle", () => {
  // 1, 2 and 3 S: 2/6, 3/6 and 6/6.
  const triangle = reduced(4, 1, [
    [1, 0, 1],
    [2, 0, 2],
    [3, 0, 3],
  ]);
  expect(triangle[1]![0]).toBeCloseTo(1 / 3, 15);
  expect(triangle[2]![0]).toBeCloseTo(1 / 2, 15);
  expect(triangle[2]![1]).toBeCloseTo(1, 15);
});

it("leaves nothing behind of a node that is not connected", () => {
  expect(reduced(4, 2, [[3, 2, 5]])).toEqual([[], [5]]);
});

it("keeps every digit of every conductance, from 2^-60 to 2^60 in one network", () => {
  const networks = fc
    .record({ size: fc.integer({ min: 2, max: 12 }), part: fc.double({ min: 0, max: 0.99, noNaN: true }) })
    .chain(({ size, part }) =>
      fc.record({
        size: fc.constant(size),
        pivotCount: fc.constant(Math.floor(part * size)),
        exponents: fc.array(fc.integer({ min: -60, max: 60 }), { minLength: size ** 2, maxLength: size ** 2 }),
      }),
    );
  fc.assert(
    fc.property(networks, ({ size, pivotCount, exponents }) => {
      const branches = exponents
        .map((exponent, index) => ({ from: Math.floor(index / size), to: index % size, exponent }))
        .filter(({ from, to }) => from > to);
      if (branches.length === 0) return;
      const exact = exactReduction(size, pivotCount, branches);
      const found = reduced(
        size,
        pivotCount,
        branches.map(({ from, to, exponent }) => [from, to, 2 ** exponent]),
      );
      // Up to 12 eliminations of a dozen roundings each.
      for (const [a, row] of exact.entries())
        for (const [b, siemens] of row.entries()) expect(Math.abs(found[a]![b]! / siemens - 1)).toBeLessThan(1e-14);
    }),
  );
});
