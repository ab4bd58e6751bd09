import { normalPdf } from "@neurofront/physics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { programmedFactor, soundFactor } from "../src/factor-moments.ts";
import type { Signal } from "../src/signal.ts";

/** Moments of max(0, 1 + s z) by the trapezoidal rule from the kink upwards. */
function integrated(relativeSpread: number): { readonly mean: number; readonly variance: number } {
  const [from, to, steps] = [Math.max(-1 / relativeSpread, -12), 12, 100_000];
  const step = (to - from) / steps;
  let [mean, meanSquare] = [0, 0];
  for (let k = 0; k <= steps; k++) {
    const z = from + k * step;
    const factor = 1 + relativeSpread * z;
    const weight = (k === 0 || k === steps ? step / 2 : step) * normalPdf(z);
    mean += weight * factor;
    meanSquare += weight * factor ** 2;
  }
  return { mean, variance: meanSquare - mean ** 2 };
}

describe("a sound device", () => {
  it.each([0.05, 0.124, 0.126, 0.2, 0.5, 1, 3, 10])("of a spread of %d has the integrals' moments", (spread) => {
    const [found, expected] = [soundFactor(spread), integrated(spread)];
    // Steps of 2e-4 standard deviations.
    expect(Math.abs(found.mean / expected.mean - 1)).toBeLessThan(1e-8);
    expect(Math.abs(found.variance / expected.variance - 1)).toBeLessThan(1e-8);
  });

  it("of a spread three times its conductance has half of the variance", () => {
    const { mean, variance } = soundFactor(3);
    expect(mean).toBeCloseTo(1.7627, 4);
    expect(variance).toBeCloseTo(4.3306, 4);
  });

  it("without spread is nominal", () => {
    expect(soundFactor(0)).toStrictEqual({ mean: 1, variance: 0 });
  });

  it("holding at zero raises the mean and takes from the variance, ever more with the spread", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.15, max: 100, noNaN: true }),
        fc.double({ min: 1.01, max: 3, noNaN: true }),
        (spread, more) => {
          const [little, much] = [soundFactor(spread), soundFactor(spread * more)];
          expect(much.mean).toBeGreaterThan(little.mean);
          expect(little.mean).toBeGreaterThan(1);
          expect(much.variance).toBeGreaterThan(little.variance);
          expect(much.variance / (spread * more) ** 2).toBeLessThan(little.variance / spread ** 2);
        },
      ),
    );
  });
});

it("stuck devices mix with sound ones", () => {
  const stuck = { atMin: 0.2, atMax: 0.1, minFactor: Float64Array.of(0.5), maxFactor: Float64Array.of(4) };
  const { mean, variance } = programmedFactor({ relativeSpread: Float64Array.of(2), stuck } as unknown as Signal, 0);
  const sound = integrated(2);
  const expected = 0.7 * sound.mean + 0.2 * 0.5 + 0.1 * 4;
  expect(mean).toBeCloseTo(expected, 7);
  expect(variance).toBeCloseTo(0.7 * (sound.variance + sound.mean ** 2) + 0.2 * 0.25 + 0.1 * 16 - expected ** 2, 7);
});
