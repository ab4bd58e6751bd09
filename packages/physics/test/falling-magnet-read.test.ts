import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { tiltBelowProbability } from "../src/bennett-decision.ts";
import { fallingReadErrorProbability } from "../src/falling-magnet-read.ts";
import { mtjReadErrorProbability } from "../src/mtj-divider-read.ts";
import type { MtjDivider } from "../src/mtj-divider-read.ts";
import { normalPdf } from "../src/normal-distribution.ts";

const divider: MtjDivider = {
  parallelResistance_ohm: 471.4e3,
  tunnelMagnetoresistance: 1,
  halfTmrVoltage_V: Infinity,
  readVoltage_V: 0.4,
  nodeCapacitance_F: 0.3e-15,
};

const readAt_s = 1e-9;

/** The expectation over the tilt by brute force. */
function bruteForce(mean: number, variance: number, spread_V: number, push = 0): number {
  const step = 1e-3;
  let error = 0;
  for (let z = -8; z <= 8; z += step) {
    const certain = { mean: mean + Math.sqrt(variance) * z, variance: 0 };
    error += step * normalPdf(z) * fallingReadErrorProbability(certain, divider, readAt_s, spread_V, push);
  }
  return error;
}

describe("read of a falling magnet", () => {
  it.each([
    [0.3, 0.02, 15e-3],
    [0.3, 0.02, 2e-3],
    [1.5, 0.6, 15e-3],
    [5, 20, 5e-3],
    [5, 0.25, 8e-3],
    [1.5, 0.6, 15e-3, 0.4],
    [1.5, 0.6, 1e-3, 0.4],
    [0.3, 0.02, 15e-3, -0.4],
  ])("agrees with brute force at tilt %d, variance %d, latch spread %d V", (mean, variance, spread_V, push = 0) => {
    const found = fallingReadErrorProbability({ mean, variance }, divider, readAt_s, spread_V, push);
    const expected = bruteForce(mean, variance, spread_V, push);
    // 20 nodes for a few microseconds: measured at most 1.2 % of the error probability, over 180 combinations.
    expect(Math.abs(found - expected)).toBeLessThan(0.02 * expected + 1e-5);
  });

  it("is the composition of sign and read errors once the magnet has fallen", () => {
    const tilt = { mean: 2e6, variance: 1e12 };
    const wrong = tiltBelowProbability(tilt);
    // After 1 ns the two states have settled to 1e-4, each with its own time constant; the falling read takes the slower for both.
    const misread = mtjReadErrorProbability(divider, 1e-7, 15e-3);
    const found = fallingReadErrorProbability(tilt, divider, 1e-7, 15e-3);
    expect(found).toBeCloseTo(wrong * (1 - misread) + misread * (1 - wrong), 5);
  });

  it("with an ideal latch a push moves the tilts at which it decides, each wanted output its own", () => {
    // The latch decides at m_z with G = sqrt(G_P G_AP), G_P / G_AP = 2: m_z = 2 (sqrt 2 - 1) - 1 = -0.17157.
    const level = -0.17157 / Math.sqrt(1 - 0.17157 ** 2);
    const tilt = { mean: 0.5, variance: 0.3 };
    const moved = (of: number): number => Math.sinh(Math.asinh(of) + 0.4);
    const expected =
      (tiltBelowProbability(tilt, moved(level)) + tiltBelowProbability(tilt, Math.sinh(Math.asinh(-level) - 0.4))) / 2;
    expect(fallingReadErrorProbability(tilt, divider, 1e-7, 0, 0.4)).toBeCloseTo(expected, 4);
  });

  it("is worse than the fallen magnet as long as it falls", () => {
    const fallen = fallingReadErrorProbability({ mean: 300, variance: 1 }, divider, readAt_s, 15e-3);
    const falling = fallingReadErrorProbability({ mean: 0.3, variance: 1e-6 }, divider, readAt_s, 15e-3);
    expect(falling).toBeGreaterThan(5 * fallen);
  });

  it("decides by nothing at tilt 0, falls with the tilt, and is antisymmetric", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 10, noNaN: true }),
        fc.double({ min: 1e-6, max: 100, noNaN: true }),
        fc.double({ min: 0, max: 0.1, noNaN: true }),
        (mean, variance, spread_V) => {
          const at = (tilt: number): number =>
            fallingReadErrorProbability({ mean: tilt, variance }, divider, readAt_s, spread_V);
          expect(at(0)).toBeCloseTo(0.5, 12);
          expect(at(mean) + at(-mean)).toBeCloseTo(1, 12);
          expect(at(mean + 0.1)).toBeLessThanOrEqual(at(mean) + 1e-12);
        },
      ),
    );
  });
});
