import fc from "fast-check";
import { expect, it } from "vitest";
import { nonIncreasing } from "../src/isotonic-regression.ts";

it.each([
  [[], []],
  [
    [3, 2, 1],
    [3, 2, 1],
  ],
  [
    [1, 2, 3],
    [2, 2, 2],
  ],
  [
    [5, 3, 4, 1],
    [5, 3.5, 3.5, 1],
  ],
  [
    [4, 1, 2, 3, 0],
    [4, 2, 2, 2, 0],
  ],
])("%j becomes %j", (values, expected) => {
  expect(nonIncreasing(values)).toEqual(expected);
});

it("falls, keeps the mean, and leaves a falling sequence alone", () => {
  fc.assert(
    fc.property(fc.array(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 40 }), (values) => {
      const found = nonIncreasing(values);
      const sum = (list: readonly number[]): number => list.reduce((total, value) => total + value, 0);
      expect(sum(found)).toBeCloseTo(sum(values), 6);
      for (let k = 1; k < found.length; k++) expect(found[k]!).toBeLessThanOrEqual(found[k - 1]!);
      const falling = values.toSorted((a, b) => b - a);
      expect(nonIncreasing(falling)).toEqual(falling);
    }),
  );
});
