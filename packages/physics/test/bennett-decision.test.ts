import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fallenTilt, heldVariance, tiltBelowProbability } from "../src/bennett-decision.ts";
import { relaxationTime_s, switchingSpinCurrent_A, thermalVariance } from "../src/perpendicular-magnet.ts";
import { bracketedRoot } from "../src/root-finding.ts";

const kT_J = 1.380649e-23 * 300;

interface Case {
  readonly barrier_kT?: number;
  readonly damping?: number;
  readonly presetOverdrive?: number;
  readonly signal_A: number;
  readonly evaluation_s: number;
}

/** Error with the signal on also while the preset holds, so that the mean tilt starts at i / (i_h - 1). */
function errorOf({ barrier_kT = 20, damping = 0.01, presetOverdrive = 10, signal_A, evaluation_s }: Case): number {
  const energyBarrier_J = barrier_kT * kT_J;
  const magnet = { energyBarrier_J, damping, saturationMagnetisation_A_m: 8e5, volume_m3: 1.2e-24 };
  const noise = thermalVariance(energyBarrier_J, 300);
  const overdrive = signal_A / switchingSpinCurrent_A(magnet);
  const start = { mean: overdrive / (presetOverdrive - 1), variance: heldVariance(presetOverdrive, noise) };
  return tiltBelowProbability(fallenTilt(start, overdrive, evaluation_s / relaxationTime_s(magnet), noise));
}

describe("decision error of the 20 kT magnet, preset held at ten times the switching current", () => {
  // Expected: the formula's own published values, two or three digits. Half a digit of .0009 is 6 %, of .031 2 %.
  it.each([
    [0.5e-6, 1e-9, 0.378, 0.005],
    [1e-6, 1e-9, 0.267, 0.005],
    [2e-6, 1e-9, 0.106, 0.01],
    [3e-6, 1e-9, 0.031, 0.02],
    [5e-6, 1e-9, 0.0009, 0.06],
    [1e-6, 2e-9, 0.215, 0.005],
    [2e-6, 2e-9, 0.057, 0.01],
    [3e-6, 2e-9, 0.009, 0.06],
  ])("%d A, %d s", (signal_A, evaluation_s, expected, tolerance) => {
    expect(Math.abs(errorOf({ signal_A, evaluation_s }) / expected - 1)).toBeLessThan(tolerance);
  });

  it.each([
    [{ barrier_kT: 20, damping: 0.02, signal_A: 5e-6, evaluation_s: 1e-9 }, 0.0243],
    [{ barrier_kT: 40, damping: 0.01, signal_A: 5e-6, evaluation_s: 1e-9 }, 0.0027],
    [{ barrier_kT: 10, damping: 0.01, signal_A: 2e-6, evaluation_s: 1e-9 }, 0.0713],
  ])("%o", (variation, expected) => {
    // Two digits of 0.0027: 2 %.
    expect(Math.abs(errorOf(variation) / expected - 1)).toBeLessThan(0.02);
  });

  it.each([
    [0.1, 2.06e-6],
    [0.01, 3.74e-6],
    [1e-3, 4.96e-6],
  ])("error %d needs %d A", (error, expected_A) => {
    const found_A = bracketedRoot((signal_A) => errorOf({ signal_A, evaluation_s: 1e-9 }) - error, {
      low: 0,
      high: 1e-5,
    });
    expect(Math.abs(found_A / expected_A - 1)).toBeLessThan(0.01);
  });

  it("tends to 0.5 erfc(i sqrt(Eb / kT)) for a long evaluation after a strong preset", () => {
    // i = 0.3: 0.3 sqrt(20) = 1.34164; erfc of it is 0.05778.
    const found = errorOf({ signal_A: 0.3 * 5.03418e-6, evaluation_s: 1e-7, presetOverdrive: 1e6 });
    expect(found).toBeCloseTo(0.05778 / 2, 4);
  });
});

describe("tilt", () => {
  it("is a step without noise", () => {
    expect([-1, 0, 1].map((mean) => tiltBelowProbability({ mean, variance: 0 }))).toEqual([1, 0.5, 0]);
  });

  it("does not change in no time", () => {
    const tilt = { mean: 0.1, variance: 0.02 };
    expect(fallenTilt(tilt, 0.7, 0, 0.025)).toEqual(tilt);
  });

  it("falls the same in one go as in two", () => {
    const numbers = fc.double({ min: 0.01, max: 2, noNaN: true });
    fc.assert(
      fc.property(numbers, numbers, numbers, (overdrive, first, second) => {
        const start = { mean: 0.1, variance: 0.01 };
        const once = fallenTilt(start, overdrive, first + second, 0.025);
        const twice = fallenTilt(fallenTilt(start, overdrive, first, 0.025), overdrive, second, 0.025);
        expect(Math.abs(twice.mean / once.mean - 1)).toBeLessThan(1e-12);
        expect(Math.abs(twice.variance / once.variance - 1)).toBeLessThan(1e-12);
      }),
    );
  });

  it("errs less with more signal and as much with the opposite sign the other way", () => {
    fc.assert(
      fc.property(fc.double({ min: 0, max: 3, noNaN: true }), (overdrive) => {
        const at = (i: number): number => tiltBelowProbability(fallenTilt({ mean: 0, variance: 0.001 }, i, 0.3, 0.025));
        expect(at(overdrive + 0.1)).toBeLessThan(at(overdrive));
        expect(at(overdrive) + at(-overdrive)).toBeCloseTo(1, 12);
      }),
    );
  });
});
