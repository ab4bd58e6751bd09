import { randomAt } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hypervolume } from "../src/hypervolume.ts";

/** Cells of a grid from `low` to `high` that some point dominates. */
function cellsDominated(points: readonly (readonly number[])[], width: number, low: number, high: number): number {
  const cell = Array.from({ length: width }, () => low);
  let count = 0;
  for (;;) {
    if (points.some((point) => point.every((value, m) => value <= cell[m]!))) count++;
    let m = 0;
    while (m < width && ++cell[m]! === high) cell[m++] = low;
    if (m === width) return count;
  }
}

describe("hypervolume", () => {
  it("of two objectives is the area of a staircase", () => {
    const stairs = [
      [1, 3],
      [2, 1],
    ];
    expect(hypervolume(stairs, [4, 4])).toBe(3 * 1 + 2 * 2);
    expect(hypervolume([], [4, 4])).toBe(0);
  });

  it("does not count points that do not lie below the reference in every objective", () => {
    const outside = [
      [4, 0],
      [0, 4],
      [5, 5],
    ];
    expect(hypervolume(outside, [4, 4])).toBe(0);
  });

  it.each([1, 2, 3, 4])("of %i objectives counts the cells of a grid that some point dominates", (width) => {
    const value = fc.integer({ min: -1, max: 7 });
    const points = fc.array(fc.array(value, { minLength: width, maxLength: width }), { maxLength: 12 });
    fc.assert(
      fc.property(points, (some) => {
        const reference = Array.from({ length: width }, () => 6);
        expect(hypervolume(some, reference)).toBe(cellsDominated(some, width, -1, 6));
      }),
    );
  });

  it.each([2, 3, 4])(
    "of %i objectives and thousands of points is that of them in any order, and of their front",
    (width) => {
      const random = randomAt("many points", width);
      const count = width === 4 ? 700 : 8000;
      const points = Array.from({ length: count }, () => Array.from({ length: width }, () => random.uniform()));
      const reference = Array.from({ length: width }, () => 1.1);
      const volume = hypervolume(points, reference);
      // Rounding of a sum of some thousand terms.
      expect(hypervolume(points.toReversed(), reference)).toBeCloseTo(volume, 11);
      expect(hypervolume([...points, ...points.map((point) => point.map((x) => x + 0.01))], reference)).toBeCloseTo(
        volume,
        11,
      );
    },
  );

  it("refuses five objectives", () => {
    expect(() => hypervolume([[0, 0, 0, 0, 0]], [1, 1, 1, 1, 1])).toThrow("for 1 to 4 objectives, not for 5");
  });
});
