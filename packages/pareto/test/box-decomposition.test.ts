import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nonDominatedBoxes } from "../src/box-decomposition.ts";
import { hypervolume } from "../src/hypervolume.ts";

const pointsOf = (width: number): fc.Arbitrary<number[][]> =>
  fc.array(fc.array(fc.integer({ min: 0, max: 12 }), { minLength: width, maxLength: width }), { maxLength: 15 });

describe.each([1, 2, 3])("boxes of %i objectives", (width) => {
  const reference = Array.from({ length: width }, () => 10);

  it("cover exactly what no point dominates, without overlap", () => {
    fc.assert(
      fc.property(pointsOf(width), (points) => {
        const { count, low, high } = nonDominatedBoxes(points, reference);
        let volume = 0;
        for (let box = 0; box < count; box++) {
          let product = 1;
          // Everything from -1 on: points are not below 0.
          for (let m = 0; m < width; m++) product *= high[box * width + m]! - Math.max(low[box * width + m]!, -1);
          volume += product;
        }
        expect(volume).toBeCloseTo(11 ** width - hypervolume(points, reference), 9);
      }),
    );
  });

  it("hold no dominated point, and are few", () => {
    fc.assert(
      fc.property(pointsOf(width), (points) => {
        const { count, low, high } = nonDominatedBoxes(points, reference);
        expect(count).toBeLessThanOrEqual(2 * points.length + 1);
        for (let box = 0; box < count; box++) {
          const middle = Array.from({ length: width }, (_, m) => {
            const bottom = Math.max(low[box * width + m]!, -1);
            return 0.5 * (bottom + high[box * width + m]!);
          });
          expect(points.some((point) => point.every((value, m) => value < middle[m]!))).toBe(false);
        }
      }),
    );
  });
});

it("are not computed for four objectives", () => {
  expect(() => nonDominatedBoxes([], [1, 1, 1, 1])).toThrow("boxes are computed for 1 to 3 objectives, not for 4");
});
