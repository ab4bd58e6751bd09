import { dominates } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nonDominatedSort } from "../src/non-dominated-sort.ts";

/** Few values, so that equal objectives and equal points are common. */
const points = fc
  .integer({ min: 1, max: 4 })
  .chain((count) =>
    fc.array(fc.array(fc.integer({ min: 0, max: 5 }), { minLength: count, maxLength: count }), { maxLength: 40 }),
  );

/** Peels one front after the other by comparing all with all. */
function naiveSort(objectives: readonly (readonly number[])[]): number[][] {
  const fronts: number[][] = [];
  let left = objectives.map((_, index) => index);
  while (left.length > 0) {
    const front = left.filter((a) => !left.some((b) => dominates(objectives[b]!, objectives[a]!)));
    fronts.push(front);
    left = left.filter((index) => !front.includes(index));
  }
  return fronts;
}

describe("non-dominated sort", () => {
  it("agrees with peeling", () => {
    fc.assert(
      fc.property(points, (objectives) => {
        expect(nonDominatedSort(objectives)).toStrictEqual(naiveSort(objectives));
      }),
      { numRuns: 500 },
    );
  });

  it("finds the fronts of a hand-made set", () => {
    const objectives = [
      [1, 5],
      [2, 2],
      [3, 3],
      [5, 1],
      [4, 4],
      [2, 2],
    ];
    expect(nonDominatedSort(objectives)).toStrictEqual([[0, 1, 3, 5], [2], [4]]);
  });

  it("has no front for no points", () => {
    expect(nonDominatedSort([])).toStrictEqual([]);
  });
});
