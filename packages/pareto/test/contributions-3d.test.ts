import { dominates } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { contributions3d } from "../src/contributions-3d.ts";
import { hypervolume } from "../src/hypervolume.ts";

describe("contributions to the hypervolume of three objectives", () => {
  const sixth = fc.integer({ min: 0, max: 6 }).map((n) => n / 6);
  const any = fc.double({ min: 0, max: 1.1, noNaN: true });

  it.each([
    ["many ties", fc.array(fc.tuple(sixth, sixth, sixth), { maxLength: 30 })],
    ["points also outside of the reference", fc.array(fc.tuple(any, any, any), { maxLength: 40 })],
  ])("are what the hypervolume loses without the point: %s", (_title, points) => {
    fc.assert(
      fc.property(points, (some) => {
        const front = some.filter(
          (point, k) =>
            !some.some(
              (other, j) => dominates(other, point) || (j < k && other.every((value, m) => value === point[m])),
            ),
        );
        const reference = [1, 1, 1];
        const whole = hypervolume(front, reference);
        const found = contributions3d(Float64Array.from(front.flat()), reference);
        for (const index of front.keys()) {
          const without = front.filter((_, k) => k !== index);
          // Differences of volumes up to 1: rounding.
          expect(Math.abs(found[index]! - (whole - hypervolume(without, reference)))).toBeLessThan(1e-12);
        }
      }),
      { numRuns: 300 },
    );
  });
});
