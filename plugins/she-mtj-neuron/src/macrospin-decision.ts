import { randomAt } from "@neurofront/core";
import {
  bracketedRoot,
  equilibriumDirection,
  integrateMacrospinEnsemble,
  mtjDividerState,
  readErrorProbability,
  risingNodeVoltage_V,
  thermalVariance,
} from "@neurofront/physics";
import type { EnsembleSpinCurrent, EnsembleThermalField, MacrospinEnsemble, MtjDivider } from "@neurofront/physics";
import { decisionErrorProbability } from "./decision-error.ts";
import { dividerOf, junctionPolarisation, scalesOf } from "./device.ts";
import { easyAxis, macrospinOf, stepsFor, stripPolarisation } from "./macrospin-run.ts";
import type { SheMtjDesign } from "./parameters.ts";

/** Signal over noise, by the closed form, at the currents that are simulated: errors of about 27, 12 and 4 %. */
const signals = [0.6, 1.2, 1.8];

/** Runs a current: all four combinations of old and wanted output equally often. */
const runs = 480;

/** Most steps of all magnets together: one to two seconds. */
const mostSteps = 1e7;

/** Largest current scale that is told from infinity. */
const largestScale = 30;

/** Steps of all magnets that the Monte Carlo of a design takes, over the most that are legal. */
export function simulationCost(design: SheMtjDesign): number {
  const { presetDuration_s, evaluation_s, fallTime_s, readTime_s } = design;
  const phases = [presetDuration_s, evaluation_s, fallTime_s, readTime_s];
  const steps = phases.reduce((sum, duration_s) => sum + stepsFor(design, duration_s).count, 0);
  return (steps * runs * signals.length) / mostSteps;
}

/**
 * Monte Carlo of the stochastic Landau-Lifshitz-Gilbert-Slonczewski equation from a thermal pole through preset, evaluation,
 * fall and read, with the latch's threshold averaged exactly.
 *
 * The runs of all currents share their noise, and all designs their random numbers, so that the result varies smoothly.
 *
 * @param runs runs a current, a multiple of 4
 * @returns the share of wrong decisions at each net current
 */
export function simulatedErrors(
  design: SheMtjDesign,
  temperature_K: number,
  netCurrents_A: readonly number[],
  runsPerCurrent: number,
): number[] {
  const magnet = macrospinOf(design);
  const random = randomAt("she-mtj-neuron", "macrospin");
  const size = runsPerCurrent * netCurrents_A.length;
  const ensemble: MacrospinEnsemble = {
    x: new Float64Array(size),
    y: new Float64Array(size),
    z: new Float64Array(size),
  };
  const signal = new Float64Array(size);
  const reading = new Float64Array(size);
  for (let run = 0; run < runsPerCurrent; run++) {
    const start = equilibriumDirection(magnet, { axis: 2, sign: run % 2 === 0 ? 1 : -1 }, temperature_K, random);
    netCurrents_A.forEach((netCurrent_A, group) => {
      const k = group * runsPerCurrent + run;
      ensemble.x[k] = start[0];
      ensemble.y[k] = start[1];
      ensemble.z[k] = start[2];
      signal[k] = netCurrent_A;
      // The wanted output is up; the read current favours the antiparallel one.
      reading[k] = isParallel(run) ? -1 : 1;
    });
  }
  const thermal: EnsembleThermalField = {
    temperature_K,
    draw: (...components) => {
      for (let run = 0; run < runsPerCurrent; run++) {
        for (const component of components) {
          const value = random.normal();
          for (let k = run; k < size; k += runsPerCurrent) component[k] = value;
        }
      }
    },
  };
  const scales = scalesOf(design);
  const polarisation = junctionPolarisation(design.tunnelMagnetoresistance);
  const phases: readonly (readonly [duration_s: number, currents: readonly EnsembleSpinCurrent[]])[] = [
    [design.presetDuration_s, [{ direction: stripPolarisation, current_A: () => scales.presetSpinCurrent_A }]],
    [design.evaluation_s, [{ direction: easyAxis, current_A: () => polarisation, factor: signal }]],
    [design.fallTime_s, []],
    [
      design.readTime_s,
      [
        {
          direction: easyAxis,
          current_A: () => scales.readOverdrive * scales.switchingSpinCurrent_A,
          factor: reading,
        },
      ],
    ],
  ];
  for (const [duration_s, currents] of phases)
    integrateMacrospinEnsemble(magnet, ensemble, currents, stepsFor(design, duration_s), thermal);
  const divider = dividerOf(design);
  return netCurrents_A.map((_, group) => {
    let wrong = 0;
    for (let run = 0; run < runsPerCurrent; run++) {
      const mz = ensemble.z[group * runsPerCurrent + run]!;
      wrong += misreadProbability(divider, design, isParallel(run), mz);
    }
    return wrong / runsPerCurrent;
  });
}

/** Whether the wanted output of a run is the parallel one. */
function isParallel(run: number): boolean {
  return run % 4 < 2;
}

/** Chance over the latch's threshold that the magnet, which should be up, is read as down. */
function misreadProbability(divider: MtjDivider, design: SheMtjDesign, parallelUp: boolean, mz: number): number {
  const state = mtjDividerState(divider, (1 + (parallelUp ? mz : -mz)) / 2);
  const above_V = risingNodeVoltage_V(state, design.readTime_s) - design.readVoltage_V / 2;
  return readErrorProbability(parallelUp ? -above_V : above_V, design.senseThresholdSpread_V);
}

/** Net currents at which the closed form has the given signals over noise when the latch decides. */
export function currentsAtSignals_A(
  design: SheMtjDesign,
  temperature_K: number,
  signalsOverNoise: readonly number[],
): number[] {
  const { relaxation_s, switchingSpinCurrent_A } = scalesOf(design);
  const noise = thermalVariance(design.energyBarrier_J, temperature_K);
  const growth = design.evaluation_s / relaxation_s;
  const total = growth + (design.fallTime_s + design.readTime_s) / relaxation_s;
  // All over e^total, which may be large.
  const spread = Math.sqrt(noise * (1 / (design.presetOverdrive - 1) - Math.expm1(-2 * total)));
  const perOverdrive = -Math.expm1(-growth);
  const polarisation = junctionPolarisation(design.tunnelMagnetoresistance);
  return signalsOverNoise.map((signal) => (signal * spread * switchingSpinCurrent_A) / (perOverdrive * polarisation));
}

/**
 * Factor on the net current with which the closed form errs as often as the full equation, on average over three currents:
 * below 1 where the closed form is too good. 0 when the full equation decides no better than chance, at most 30.
 *
 * @param temperature_K above 0
 */
export function macrospinCurrentScale(design: SheMtjDesign, temperature_K: number): number {
  const currents_A = currentsAtSignals_A(design, temperature_K, signals);
  const simulated = simulatedErrors(design, temperature_K, currents_A, runs).reduce((sum, error) => sum + error, 0);
  const excess = (scale: number): number =>
    currents_A.reduce((sum, current_A) => sum + decisionErrorProbability(design, temperature_K, scale * current_A), 0) -
    simulated;
  if (excess(0) <= 0) return 0;
  if (excess(largestScale) >= 0) return largestScale;
  return bracketedRoot(excess, { low: 0, high: largestScale, tolerance: 1e-6 });
}
