import {
  fallingReadErrorProbability,
  mtjReadErrorProbability,
  nonIncreasing,
  normalCdf,
  normalQuantile,
  wilsonInterval,
} from "@neurofront/physics";
import type { ChanceInterval } from "@neurofront/physics";
import { simulateCycle } from "./cycle-simulation.ts";
import type { Cycle } from "./cycle-simulation.ts";
import { dividerOf } from "./device.ts";
import type { LsvDesign } from "./parameters.ts";
import { cycleOf, signalScale_A } from "./simulated-cycle.ts";

/** Signals of the table over the scale of the design. */
const multiples = {
  bennett: [0.25, 0.5, 1, 1.5, 2, 3, 4.5, 7],
  none: [0.5, 0.7, 0.85, 1, 1.15, 1.4, 2, 3],
} as const;

/** Signals of the table of a design, increasing. */
export function tabulatedSignals_A(design: LsvDesign, temperature_K: number): Float64Array {
  const scale_A = signalScale_A(design, temperature_K);
  return Float64Array.from(multiples[design.clocking], (multiple) => multiple * scale_A);
}

/** Error probabilities by Monte Carlo at increasing signals >= 0, never increasing. */
interface ErrorTable {
  readonly signal_A: Float64Array;
  /** Normal quantiles of the error: between tabulated signals it is interpolated in them, in which it is nearly straight. */
  readonly quantile: Float64Array;
  readonly lowQuantile: Float64Array;
  readonly highQuantile: Float64Array;
}

interface Tables {
  /** From the wrong output; with Bennett clocking from both. */
  readonly mustSwitch: ErrorTable;
  /** Chance to lose the right output without any signal. */
  readonly hold: number;
}

/** By design object, and by what the simulation reads of a design: searches vary other parameters, too. */
const byDesign = new WeakMap<LsvDesign, Map<number, Tables>>();
const byContent = new Map<string, Tables>();
const mostKept = 64;

function tablesOf(design: LsvDesign, temperature_K: number): Tables {
  let known = byDesign.get(design);
  if (known === undefined) {
    known = new Map();
    byDesign.set(design, known);
  }
  let tables = known.get(temperature_K);
  if (tables === undefined) {
    const cycle = cycleOf(design, temperature_K);
    const { readTime_s, senseThresholdSpread_V, fall, runs, simulationSeed } = design;
    const read = [dividerOf(design), readTime_s, senseThresholdSpread_V, fall];
    const key = JSON.stringify([cycle, read, runs, simulationSeed]);
    tables = byContent.get(key) ?? computeTables(design, cycle);
    byContent.delete(key);
    byContent.set(key, tables);
    if (byContent.size > mostKept) byContent.delete(byContent.keys().next().value!);
    known.set(temperature_K, tables);
  }
  return tables;
}

function computeTables(design: LsvDesign, cycle: Cycle): Tables {
  const signals_A = tabulatedSignals_A(design, cycle.temperature_K);
  if (design.clocking === "bennett") {
    const errors = errorsOf(design, cycle, signals_A, "both");
    // Without a signal the two outputs mirror each other.
    return { mustSwitch: tableOf(signals_A, errors, { highest: 0.5, lowest: 0 }, design.runs), hold: 0.5 };
  }
  const errors = errorsOf(design, cycle, signals_A, -1);
  const hold = regularised(errorsOf(design, cycle, Float64Array.of(0), 1)[0]!, design.runs);
  // To be reversed is at least as hard as to stay.
  const mustSwitch = tableOf(signals_A, errors, { highest: 1 - hold, lowest: hold }, design.runs);
  return { mustSwitch, hold };
}

/** Errors of decisions that must switch at signals of any sign, straight from the runs of the design. */
export function simulatedErrors(design: LsvDesign, temperature_K: number, signals_A: Float64Array): Float64Array {
  return errorsOf(design, cycleOf(design, temperature_K), signals_A, design.clocking === "bennett" ? "both" : -1);
}

/** Mean over the runs of the chance that what is read is wrong, at each signal. */
function errorsOf(design: LsvDesign, cycle: Cycle, signals_A: Float64Array, previous: -1 | 1 | "both"): Float64Array {
  const { runs, simulationSeed: seed, readTime_s, senseThresholdSpread_V } = design;
  const reached = simulateCycle(cycle, signals_A, { runs, seed, previous });
  const divider = dividerOf(design);
  const misread = mtjReadErrorProbability(divider, readTime_s, senseThresholdSpread_V);
  const wrong = (component: number): number => {
    if (design.fall === "complete") return component > 0 ? misread : 1 - misread;
    const m = Math.max(-nearPole, Math.min(nearPole, component));
    const tilt = { mean: m / Math.sqrt(1 - m * m), variance: 0 };
    return fallingReadErrorProbability(tilt, divider, readTime_s, senseThresholdSpread_V);
  };
  return Float64Array.from(signals_A, (_, k) => {
    let sum = 0;
    for (let run = 0; run < runs; run++) sum += wrong(reached[run * signals_A.length + k]!);
    return Math.min(1, sum / runs);
  });
}

/** Component along the easy axis beyond which the tilt counts as finite. */
const nearPole = 1 - 1e-12;

/** (hits + 1/2) / (runs + 1): the mean after Jeffreys' prior, so that no error in `runs` runs never means an error of zero. */
function regularised(mean: number, runs: number): number {
  return (mean * runs + 0.5) / (runs + 1);
}

function tableOf(
  signals_A: Float64Array,
  errors: Float64Array,
  { highest, lowest }: { readonly highest: number; readonly lowest: number },
  runs: number,
): ErrorTable {
  const quantiles = (of: (mean: number) => number): Float64Array => {
    const values = Array.from(errors, (mean) => Math.max(lowest, Math.min(highest, of(mean))));
    return Float64Array.from(nonIncreasing([highest, ...values]), quantileOf);
  };
  return {
    signal_A: Float64Array.of(0, ...signals_A),
    quantile: quantiles((mean) => regularised(mean, runs)),
    lowQuantile: quantiles((mean) => wilsonInterval(mean * runs, runs).low),
    highQuantile: quantiles((mean) => wilsonInterval(mean * runs, runs).high),
  };
}

/** Normal quantile of a probability, kept finite. */
function quantileOf(probability: number): number {
  return normalQuantile(Math.min(1 - 1e-15, Math.max(1e-15, probability)));
}

/** Straight between tabulated signals; constant beyond the last: an error that no run has seen is not extrapolated. */
function interpolated({ signal_A }: ErrorTable, quantile: Float64Array, at_A: number): number {
  const next = signal_A.findIndex((value) => value > at_A);
  if (next < 0) return normalCdf(quantile.at(-1)!);
  const share = (at_A - signal_A[next - 1]!) / (signal_A[next]! - signal_A[next - 1]!);
  return normalCdf(quantile[next - 1]! + share * (quantile[next]! - quantile[next - 1]!));
}

/**
 * Chance of a wrong decision by Monte Carlo runs of the full equation over the whole cycle, with fall and read as the closed
 * form has them. Opposite signals mirror each other; without a preset a held output has at most the error it has without a signal.
 */
export function simulatedErrorProbability(
  design: LsvDesign,
  temperature_K: number,
  spinCurrent_A: number,
  mustSwitch: boolean,
): number {
  const { mustSwitch: table, hold } = tablesOf(design, temperature_K);
  const at = (signal_A: number): number => interpolated(table, table.quantile, signal_A);
  if (design.clocking === "bennett") return spinCurrent_A < 0 ? 1 - at(-spinCurrent_A) : at(spinCurrent_A);
  if (mustSwitch) return spinCurrent_A < 0 ? 1 - hold : at(spinCurrent_A);
  return spinCurrent_A < 0 ? 1 - at(-spinCurrent_A) : hold;
}

/** 95 % interval of the error at a signal >= 0 that must switch. */
export function simulatedErrorInterval(
  design: LsvDesign,
  temperature_K: number,
  spinCurrent_A: number,
): ChanceInterval {
  const { mustSwitch: table } = tablesOf(design, temperature_K);
  return {
    low: interpolated(table, table.lowQuantile, spinCurrent_A),
    high: interpolated(table, table.highQuantile, spinCurrent_A),
  };
}

/** Signal at which half of the decisions that must switch are wrong; 0 with Bennett clocking, Infinity when none suffices. */
export function simulatedThreshold_A(design: LsvDesign, temperature_K: number): number {
  if (design.clocking === "bennett") return 0;
  const { signal_A, quantile } = tablesOf(design, temperature_K).mustSwitch;
  const next = quantile.findIndex((value) => value <= 0);
  if (next < 0) return Infinity;
  const share = quantile[next - 1]! / (quantile[next - 1]! - quantile[next]!);
  return signal_A[next - 1]! + share * (signal_A[next]! - signal_A[next - 1]!);
}
