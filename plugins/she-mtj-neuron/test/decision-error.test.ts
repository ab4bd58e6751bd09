import { defaultsOf } from "@neurofront/core";
import { fallenTilt, heldVariance, mtjReadErrorProbability, tiltBelowProbability } from "@neurofront/physics";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decisionErrorProbability, offsetSpread_A, readPush } from "../src/decision-error.ts";
import { dividerOf, scalesOf } from "../src/device.ts";
import { parameters } from "../src/parameters.ts";
import { relativeError } from "./relative-error.ts";

const design = defaultsOf(parameters);
const polarisation = Math.sqrt(1.2 / 3.2);

describe("limits", () => {
  it.each([
    // 0.5 erfc(i sqrt(E_b / kT)): i sqrt(20) = 0.44721, 1.34164, 2.23607; erfc of them 0.52709, 0.05778, 0.0015654.
    [0.1, 0.52709 / 2],
    [0.3, 0.05778 / 2],
    [0.5, 0.0015654 / 2],
  ])("a long evaluation after a strong preset errs 0.5 erfc(i sqrt(Eb/kT)) at overdrive %d", (overdrive, expected) => {
    const ideal = {
      ...design,
      presetOverdrive: 300,
      presetDuration_s: 3e-9,
      evaluation_s: 1e-7,
      senseThresholdSpread_V: 0,
    };
    const current_A = (overdrive * scalesOf(ideal).switchingSpinCurrent_A) / polarisation;
    // The preset of 300 leaves a variance of 1 / 299, 0.2 % of the spread.
    expect(relativeError(decisionErrorProbability(ideal, 300, current_A), expected)).toBeLessThan(0.02);
  });

  it("a fallen magnet with an ideal latch errs as its sign", () => {
    const fallen = { ...design, fallTime_s: 1e-7, senseThresholdSpread_V: 0, presetDuration_s: 3e-9 };
    const { switchingSpinCurrent_A, relaxation_s } = scalesOf(fallen);
    const overdrive = (polarisation * 1e-5) / switchingSpinCurrent_A;
    const tilt = fallenTilt(
      { mean: 0, variance: heldVariance(50, 0.025) },
      overdrive,
      fallen.evaluation_s / relaxation_s,
      0.025,
    );
    const sign = tiltBelowProbability(fallenTilt(tilt, 0, 1e-7 / relaxation_s, 0.025));
    expect(relativeError(decisionErrorProbability(fallen, 300, 1e-5), sign)).toBeLessThan(1e-3);
  });

  it("a large current leaves the error of the read, once the magnet has fallen", () => {
    const fallen = { ...design, fallTime_s: 5e-8 };
    const misread = mtjReadErrorProbability(dividerOf(fallen), 1e-9, 15e-3);
    expect(relativeError(decisionErrorProbability(fallen, 300, 1e-3), misread)).toBeLessThan(0.02);
  });

  it("is a step at 0 K, and chance within the rest of the old output", () => {
    const ideal = { ...design, presetDuration_s: 3e-9, senseThresholdSpread_V: 0, fallTime_s: 1e-7 };
    expect([-1e-6, 0, 1e-6].map((current_A) => decisionErrorProbability(ideal, 0, current_A))).toEqual([1, 0.5, 0]);
    const brief = { ...ideal, presetDuration_s: 0.2e-9 };
    expect(scalesOf(brief).presetResidual).toBeGreaterThan(0.1);
    expect(decisionErrorProbability(brief, 0, 1e-6)).toBe(0.5);
  });

  it("a preset that cannot hold the equator leaves chance", () => {
    expect(decisionErrorProbability({ ...design, presetOverdrive: 1 }, 300, 1e-4)).toBe(0.5);
  });
});

describe("laws", () => {
  const currents = fc.double({ min: -1e-4, max: 1e-4, noNaN: true });

  it("falls with the net current, and mirrors with its sign", () => {
    fc.assert(
      fc.property(currents, (current_A) => {
        const at = (netCurrent_A: number): number => decisionErrorProbability(design, 300, netCurrent_A);
        expect(at(current_A + 1e-6)).toBeLessThanOrEqual(at(current_A) + 1e-12);
        expect(at(current_A) + at(-current_A)).toBeCloseTo(1, 10);
      }),
    );
  });

  it("a read that turns the magnet far makes more errors than one that hardly does", () => {
    const gentle = { ...design, fallTime_s: 1e-9 };
    const rough = { ...gentle, readTime_s: 0.5e-9 };
    expect(readPush(rough)).toBeGreaterThan(2 * readPush(gentle));
    expect(decisionErrorProbability(rough, 300, 1e-5)).toBeGreaterThan(decisionErrorProbability(gentle, 300, 1e-5));
  });
});

it.each([
  // Lean 0.01 / (1 - exp(-0.43934)) = 0.028114; stray 800 / 8.1376e4 = 0.009831; hypot 0.029783 times 6.142 uA / 0.61237.
  ["both", {}, 0.2987e-6],
  ["lean alone", { strayFieldSpread_A_m: 0 }, 0.282e-6],
  ["stray field alone", { easyAxisTilt_rad: 0 }, 0.0986e-6],
])("offset current of %s", (_name, changes, expected_A) => {
  expect(relativeError(offsetSpread_A({ ...design, ...changes }), expected_A)).toBeLessThan(1e-3);
});

it("the default read tilts an equatorial magnet by 0.311", () => {
  // 0.61237 * 70.99 uA / 6.142 uA = 7.078, times 0.2 / 4.552.
  expect(relativeError(readPush(design), 0.311)).toBeLessThan(1e-3);
});
