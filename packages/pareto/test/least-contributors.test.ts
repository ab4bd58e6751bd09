import { dominates } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hypervolume } from "../src/hypervolume.ts";
import { withoutLeastContributors } from "../src/least-contributors.ts";

describe("dropping the least contributor again and again", () => {
  it("with three objectives drops in each step the point whose loss leaves the largest volume", () => {
    const value = fc.double({ min: 0, max: 1, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(value, value, value), { minLength: 2, maxLength: 30 }), (some) => {
        const front = some.filter(
          (point, k) => !some.some((other, j) => dominates(other, point) || (j < k && String(other) === String(point))),
        );
        const reference = [1.1, 1.1, 1.1];
        const rows = Float64Array.from(front.flat());
        for (let size = front.length - 1; size >= 1; size--) {
          const before = Array.from(withoutLeastContributors(rows, reference, size + 1), (k) => front[k]!);
          const after = Array.from(withoutLeastContributors(rows, reference, size), (k) => front[k]!);
          const best = Math.max(
            ...before.map((_point, gone) =>
              hypervolume(
                before.filter((_other, k) => k !== gone),
                reference,
              ),
            ),
          );
          // Rounding of volumes near 1.
          expect(hypervolume(after, reference)).toBeGreaterThan(best - 1e-12);
        }
      }),
      { numRuns: 60 },
    );
  });

  it("with two objectives keeps the ends to the last", () => {
    const rows = Float64Array.of(0, 10, 1, 5, 1.1, 4.9, 5, 1, 10, 0);
    const kept = (size: number): number[] => [...withoutLeastContributors(rows, [11, 11], size)];
    expect(kept(5)).toStrictEqual([0, 1, 2, 3, 4]);
    expect(kept(4)).toStrictEqual([0, 1, 3, 4]);
    expect(kept(3)).toStrictEqual([0, 3, 4]);
    expect(kept(2)).toStrictEqual([0, 4]);
    expect(kept(1)).toHaveLength(1);
  });
});
