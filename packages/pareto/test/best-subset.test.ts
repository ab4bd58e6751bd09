import { randomAt } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bestSubset } from "../src/best-subset.ts";
import { hypervolume } from "../src/hypervolume.ts";

/** Every choice of `size` of the indices from `from` on. */
function choices(count: number, size: number, from = 0): number[][] {
  if (size === 0) return [[]];
  return Array.from({ length: count - from }, (_, k) => from + k).flatMap((first) =>
    choices(count, size - 1, first + 1).map((rest) => [first, ...rest]),
  );
}

describe("the best subset", () => {
  it("of two objectives dominates the largest volume that any choice of as many points does", () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 9 })), {
      minLength: 1,
      maxLength: 9,
    });
    fc.assert(
      fc.property(steps, fc.integer({ min: 1, max: 6 }), (some, size) => {
        let [x, y] = [0, 100];
        const front = some.map(([right, down]) => [(x += right), (y -= down)]);
        const volumeOf = (indices: readonly number[]): number =>
          hypervolume(
            indices.map((k) => front[k]!),
            [110, 110],
          );
        const found = bestSubset(front, [110, 110], size);
        expect(new Set(found).size).toBe(Math.min(size, front.length));
        const best = Math.max(...choices(front.length, Math.min(size, front.length)).map(volumeOf));
        expect(volumeOf(found)).toBe(best);
      }),
    );
  });

  it("of three objectives dominates more than any as large at random", () => {
    const random = randomAt("subset");
    const front = Array.from({ length: 200 }, () => {
      const direction = [random.uniform(), random.uniform(), random.uniform()];
      const length = Math.hypot(...direction);
      return direction.map((value) => 1 - value / length);
    });
    const volumeOf = (indices: readonly number[]): number =>
      hypervolume(
        indices.map((k) => front[k]!),
        [1.1, 1.1, 1.1],
      );
    const found = volumeOf(bestSubset(front, [1.1, 1.1, 1.1], 30));
    for (let trial = 0; trial < 30; trial++)
      expect(found).toBeGreaterThan(volumeOf(Array.from({ length: 30 }, () => random.integer(200))));
  });

  it("is all of few points, and refuses four objectives", () => {
    expect(
      bestSubset(
        [
          [0, 1],
          [1, 0],
        ],
        [2, 2],
        5,
      ),
    ).toStrictEqual([0, 1]);
    expect(() => bestSubset([], [1, 1, 1, 1], 1)).toThrow("not for 4");
  });
});
