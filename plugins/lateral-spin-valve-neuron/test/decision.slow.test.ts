import { defaultsOf, randomAt } from "@neurofront/core";
import {
  fallenTilt,
  heldVariance,
  mtjDividerState,
  risingNodeVoltage_V,
  thermalVariance,
  tiltBelowProbability,
} from "@neurofront/physics";
import type { Tilt } from "@neurofront/physics";
import { describe, expect, it } from "vitest";
import { dividerOf, outputMagnetOf, scalesOf, spinValveOf } from "../src/device.ts";
import { lateralSpinValveNeuron } from "../src/model.ts";
import { parameters } from "../src/parameters.ts";
import { spinTransferEfficiency } from "../src/spin-transport.ts";
import { integrate } from "./macrospin.ts";
import type { Macrospin, Moment } from "./macrospin.ts";
import { operating } from "./operating-point.ts";

/** Seeded Monte Carlo of the stochastic Landau-Lifshitz-Gilbert-Slonczewski equation. */
const kT_J = 1.380649e-23 * 300;
const step_s = 1e-12;

function macrospin(barrier_kT = 20, damping = 0.01, inPlaneField_A_m = 0): Macrospin {
  return {
    saturationMagnetisation_A_m: 8e5,
    volume_m3: 1.2e-24,
    energyBarrier_J: barrier_kT * kT_J,
    damping,
    inPlaneField_A_m,
    temperature_K: 300,
  };
}

/** Part of the runs that end with the wrong sign after an evaluation, and after a free fall on top. */
function wrongSigns(
  magnet: Macrospin,
  run: { readonly signal_A: number; readonly evaluation_s: number; readonly fall_s: number; readonly runs: number },
): { readonly evaluated: number; readonly fallen: number } {
  const random = randomAt(2013, "held", run.signal_A, run.evaluation_s, magnet.energyBarrier_J, magnet.damping);
  const switching_A = 5.034e-6 * (magnet.energyBarrier_J / (20 * kT_J)) * (magnet.damping / 0.01);
  let evaluated = 0;
  let fallen = 0;
  for (let k = 0; k < run.runs; k++) {
    const held = integrate(
      magnet,
      [1, 0, 0],
      { signal_A: run.signal_A, preset_A: 10 * switching_A },
      { duration_s: 1e-9, step_s },
      random,
    );
    const free = { signal_A: run.signal_A, preset_A: 0 };
    let moment = integrate(magnet, held, free, { duration_s: run.evaluation_s, step_s }, random);
    if (moment[2] < 0) evaluated++;
    if (run.fall_s === 0) continue;
    moment = integrate(magnet, moment, { signal_A: 0, preset_A: 0 }, { duration_s: run.fall_s, step_s }, random);
    if (moment[2] < 0) fallen++;
  }
  return { evaluated: evaluated / run.runs, fallen: fallen / run.runs };
}

function standardError(probability: number, runs: number): number {
  return Math.sqrt((probability * (1 - probability)) / runs);
}

it("the oracle keeps the Boltzmann tilt of 20 kT", () => {
  const random = randomAt(2013, "equilibrium");
  const magnet = macrospin();
  let moment: Moment = [0, 0, 1];
  let sum = 0;
  let count = 0;
  moment = integrate(magnet, moment, { signal_A: 0, preset_A: 0 }, { duration_s: 2e-8, step_s }, random);
  integrate(magnet, moment, { signal_A: 0, preset_A: 0 }, { duration_s: 2e-5, step_s }, random, ([mx, my]) => {
    sum += (mx * mx + my * my) / 2;
    count++;
    return false;
  });
  // 20 us hold 6000 relaxation times: 2 % of statistical error.
  expect(Math.abs(sum / count / 0.0257 - 1)).toBeLessThan(0.03);
});

describe("decision after a preset held at ten times the switching current", () => {
  const noise = thermalVariance(20 * kT_J, 300);
  const runs = 4000;

  // Columns: signal, evaluation, Monte Carlo reference (10 % and three standard errors of both samples).
  it.each([
    [0.5e-6, 1e-9, 0.36],
    [1e-6, 1e-9, 0.266],
    [2e-6, 1e-9, 0.103],
    [3e-6, 1e-9, 0.033],
    [1e-6, 2e-9, 0.213],
    [2e-6, 2e-9, 0.055],
    [3e-6, 2e-9, 0.009],
  ])("%d A for %d s", (signal_A, evaluation_s, reference) => {
    const { evaluated } = wrongSigns(macrospin(), { signal_A, evaluation_s, fall_s: 0, runs });
    const overdrive = signal_A / 5.034e-6;
    const start: Tilt = { mean: overdrive / 9, variance: heldVariance(10, noise) };
    const formula = tiltBelowProbability(fallenTilt(start, overdrive, evaluation_s / 3.291e-9, noise));
    const statistical = 3 * standardError(reference, runs);
    expect(Math.abs(evaluated - reference)).toBeLessThan(0.1 * reference + statistical);
    expect(Math.abs(evaluated - formula)).toBeLessThan(0.1 * reference + statistical);
  });

  it.each([
    [20, 0.02, 5e-6, 0.0271],
    [40, 0.01, 5e-6, 0.0021],
    [10, 0.01, 2e-6, 0.0926],
  ])("%d kT, damping %d, %d A", (barrier_kT, damping, signal_A, reference) => {
    const { evaluated } = wrongSigns(macrospin(barrier_kT, damping), {
      signal_A,
      evaluation_s: 1e-9,
      fall_s: 0,
      runs: 8000,
    });
    // Reference tolerance 25 %.
    expect(Math.abs(evaluated - reference)).toBeLessThan(0.25 * reference + 3 * standardError(reference, 8000));
  });

  it("collects more noise while the magnet falls with the rows off", () => {
    const signal_A = 3e-6;
    const overdrive = signal_A / 5.034e-6;
    const { evaluated, fallen } = wrongSigns(macrospin(), { signal_A, evaluation_s: 1e-9, fall_s: 8e-9, runs });
    const start: Tilt = { mean: overdrive / 9, variance: heldVariance(10, noise) };
    const after = fallenTilt(fallenTilt(start, overdrive, 1 / 3.291, noise), 0, 8 / 3.291, noise);
    const formula = tiltBelowProbability(after);
    expect(fallen).toBeGreaterThan(2 * evaluated);
    expect(Math.abs(fallen - formula)).toBeLessThan(0.1 * formula + 3 * standardError(formula, runs));
  });

  it("holds within 20 % of the uniaxial error up to an in-plane anisotropy of 7 % of the barrier", () => {
    const run = { signal_A: 3e-6, evaluation_s: 1e-9, fall_s: 8e-9, runs };
    const uniaxial = wrongSigns(macrospin(), run).fallen;
    const biaxial = wrongSigns(macrospin(20, 0.01, 0.07 * 1.3734e5), run).fallen;
    expect(Math.abs(biaxial / uniaxial - 1)).toBeLessThan(0.2 + (3 * Math.SQRT2 * standardError(0.09, runs)) / 0.09);
    // The rectangle of 60 x 20 nm^2 has 27 %: the rule is needed.
    const rectangle = wrongSigns(macrospin(20, 0.01, 0.27 * 1.3734e5), { ...run, signal_A: 7e-6 });
    expect(rectangle.fallen).toBeGreaterThan(3 * wrongSigns(macrospin(), { ...run, signal_A: 7e-6 }).fallen);
  });
});

describe("whole cycle from a thermal pole with the default preset", () => {
  const design = defaultsOf(parameters);
  const magnet: Macrospin = { ...outputMagnetOf(design), inPlaneField_A_m: 0, temperature_K: 300 };
  const noise = thermalVariance(design.energyBarrier_J, 300);
  const runs = 3000;

  it.each([
    [0.2e-9, 3e-6],
    [0.2e-9, 5e-6],
    [0.3e-9, 3e-6],
    [0.3e-9, 5e-6],
  ])("preset of %d s, signal of %d A", (presetDuration_s, signal_A) => {
    const scales = scalesOf({ ...design, presetDuration_s });
    const random = randomAt(2013, "cycle", presetDuration_s, signal_A);
    const off = { signal_A: 0, preset_A: 0 };
    let evaluated = 0;
    let fallen = 0;
    let left = 0;
    let pole: Moment = [0, 0, 1];
    for (let k = 0; k < runs; k++) {
      pole = integrate(magnet, pole, off, { duration_s: 2e-9, step_s }, random);
      // Both previous outputs in turn.
      const previous = k % 2 === 0 ? 1 : -1;
      const start: Moment = [pole[0], pole[1], previous * Math.abs(pole[2])];
      const preset = { signal_A: 0, preset_A: scales.presetSpinCurrent_A };
      let moment = integrate(magnet, start, preset, { duration_s: presetDuration_s, step_s: 5e-13 }, random);
      left += previous * moment[2];
      moment = integrate(magnet, moment, { signal_A, preset_A: 0 }, { duration_s: 1e-9, step_s }, random);
      if (moment[2] < 0) evaluated++;
      moment = integrate(magnet, moment, off, { duration_s: 8e-9, step_s }, random);
      if (moment[2] < 0) fallen++;
    }
    const overdrive = signal_A / scales.switchingSpinCurrent_A;
    let afterEvaluation = 0;
    let afterFall = 0;
    for (const mean of [scales.presetResidual, -scales.presetResidual]) {
      const start = { mean, variance: heldVariance(design.presetOverdrive, noise) };
      const tilt = fallenTilt(start, overdrive, 1e-9 / scales.relaxation_s, noise);
      afterEvaluation += tiltBelowProbability(tilt) / 2;
      afterFall += tiltBelowProbability(fallenTilt(tilt, 0, 8e-9 / scales.relaxation_s, noise)) / 2;
    }
    // What the preset leaves: the formula starts at the exact pole, the simulation from a thermal tilt.
    expect(Math.abs(left / runs - scales.presetResidual)).toBeLessThan(0.15 * scales.presetResidual + 0.002);
    for (const [found, formula] of [
      [evaluated / runs, afterEvaluation],
      [fallen / runs, afterFall],
    ] as const)
      expect(Math.abs(found - formula)).toBeLessThan(0.1 * formula + 3 * standardError(formula, runs));
  });

  it("gives the model's decision error through fall, junction, divider and a latch with a spread", () => {
    const netCurrent_A = 40e-6;
    const scales = scalesOf(design);
    const divider = dividerOf(design);
    const signal_A = spinTransferEfficiency(spinValveOf(design, "transverse")) * netCurrent_A;
    const random = randomAt(2013, "read");
    const off = { signal_A: 0, preset_A: 0 };
    const preset = { signal_A: 0, preset_A: scales.presetSpinCurrent_A };
    const evaluation = { duration_s: design.evaluation_s, step_s };
    const later = { duration_s: design.fallTime_s + design.readTime_s, step_s };
    let pole: Moment = [0, 0, 1];
    let wrong = 0;
    for (let k = 0; k < runs; k++) {
      pole = integrate(magnet, pole, off, { duration_s: 2e-9, step_s }, random);
      const previous = k % 2 === 0 ? 1 : -1;
      const start: Moment = [pole[0], pole[1], previous * Math.abs(pole[2])];
      const time = { duration_s: design.presetDuration_s, step_s: 5e-13 };
      let moment = integrate(magnet, start, preset, time, random);
      moment = integrate(magnet, moment, { signal_A, preset_A: 0 }, evaluation, random);
      moment = integrate(magnet, moment, off, later, random);
      // Wanted is up; up is the parallel state in half of the networks' outputs.
      const parallelUp = k % 4 < 2;
      const state = mtjDividerState(divider, (1 + (parallelUp ? moment[2] : -moment[2])) / 2);
      const node_V = risingNodeVoltage_V(state, design.readTime_s);
      const threshold_V = design.readVoltage_V / 2 + design.senseThresholdSpread_V * random.normal();
      if (node_V < threshold_V !== parallelUp) wrong++;
    }
    const found = lateralSpinValveNeuron.errorProbability(design, operating, { netCurrent_A, mustSwitch: true });
    expect(Math.abs(wrong / runs - found)).toBeLessThan(0.1 * found + 3 * standardError(found, runs));
  });
});
