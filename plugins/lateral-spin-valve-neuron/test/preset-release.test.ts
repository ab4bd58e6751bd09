import { heldVariance, rungeKutta4 } from "@neurofront/physics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { releasedTilt } from "../src/preset-release.ts";

const numbers = (min: number, max: number): fc.Arbitrary<number> => fc.double({ min, max, noNaN: true });

describe("preset that falls linearly", () => {
  it("solves the equations of mean and variance", () => {
    fc.assert(
      fc.property(
        numbers(0, 3),
        numbers(1.1, 100),
        numbers(0.01, 1.5),
        numbers(-0.1, 0.1),
        (i, preset, growth, mean) => {
          const start = { mean, variance: heldVariance(preset, 0.025) };
          const state = Float64Array.of(start.mean, start.variance);
          const count = 20_000;
          rungeKutta4(
            (y, [m, v], rate) => {
              const lambda = 1 - preset * (1 - y / growth);
              rate[0] = lambda * m! + i;
              rate[1] = 2 * lambda * v! + 2 * 0.025;
            },
            state,
            { step_s: growth / count, count },
          );
          const found = releasedTilt(start, i, preset, growth, 0.025);
          expect(Math.abs(found.mean - state[0]!)).toBeLessThan(1e-8);
          expect(Math.abs(found.variance - state[1]!)).toBeLessThan(1e-8);
        },
      ),
      { numRuns: 30 },
    );
  });

  it("changes nothing when it is abrupt, and little when it is nearly", () => {
    const start = { mean: 0.02, variance: 0.001 };
    expect(releasedTilt(start, 1, 60, 0, 0.025)).toBe(start);
    const fast = releasedTilt(start, 1, 60, 1e-6, 0.025);
    expect(fast.mean).toBeCloseTo(start.mean, 5);
    expect(fast.variance).toBeCloseTo(start.variance, 6);
  });

  it("forgets the old output while it still holds", () => {
    const from = (mean: number): number => releasedTilt({ mean, variance: 0 }, 0, 60, 0.2, 0).mean;
    // exp(0.2 - 60 * 0.2 / 2) of it is left.
    expect(from(0.1) / 0.1).toBeCloseTo(Math.exp(-5.8), 12);
  });
});
