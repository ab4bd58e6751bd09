import { randomAt } from "@neurofront/core";
import type { LabelledPatterns, MonteCarloAccuracy, RandomStream } from "@neurofront/core";
import { exactOneHot } from "./decision.ts";
import type { DecisionTables } from "./decision.ts";
import { lookUpEven, smoothTable } from "./error-table.ts";
import type { EvenErrorTable } from "./error-table.ts";
import { multiplyPatterns } from "./signal.ts";
import type { Signal } from "./signal.ts";

/** Steps of the error tables that the chips look up: 2 049 over twice the largest current of interest. */
const TABLE_STEPS = 2049;

/** The data sets on which chips are judged. */
export interface DataSets {
  readonly clean: LabelledPatterns;
  readonly test: LabelledPatterns;
}

/**
 * Exact one-hot accuracy over chips drawn at random: every device gets its own programming error and every neuron its own
 * offset, frozen for the chip; the noise of a cycle is averaged for each decision (Rao-Blackwell), so that only the chips
 * are sampled.
 *
 * The draws have the address (seed, "chip", number) and not the candidate's, so all candidates see the same chips.
 * A conductance cannot go below zero. The change of the column's loading by the devices' errors is left out, and read noise
 * is taken at the nominal currents of all inputs at full level.
 *
 * @param limit_A largest magnitude of a net current with its offset
 */
export function monteCarloAccuracy(
  signal: Signal,
  tables: DecisionTables,
  sets: DataSets,
  limit_A: number,
  chips: number,
  seed: number,
): { readonly clean: MonteCarloAccuracy; readonly test: MonteCarloAccuracy } {
  const { inputCount, outputCount } = signal;
  const smoothed = Array.from({ length: outputCount }, (_, output) => {
    const sigma_A = Math.sqrt(signal.cycleVariance_A2[output]! + readVariance_A2(signal, output));
    return {
      on: smoothTable(tables.wantedOn, sigma_A, limit_A, TABLE_STEPS),
      off: smoothTable(tables.wantedOff, sigma_A, limit_A, TABLE_STEPS),
    };
  });
  const clean = new Float64Array(chips);
  const test = new Float64Array(chips);
  const net_A = new Float64Array(inputCount * outputCount);
  const offset_A = new Float64Array(outputCount);
  for (let chip = 0; chip < chips; chip++) {
    const random = randomAt(seed, "chip", chip);
    drawChip(signal, random, net_A);
    for (let output = 0; output < outputCount; output++) offset_A[output] = signal.offset_A[output]! * random.normal();
    clean[chip] = chipAccuracy(signal, smoothed, sets.clean, net_A, offset_A);
    test[chip] = chipAccuracy(signal, smoothed, sets.test, net_A, offset_A);
  }
  return { clean: summarise(clean, sets.clean.count), test: summarise(test, sets.test.count) };
}

function readVariance_A2(signal: Signal, output: number): number {
  let variance_A2 = 0;
  for (let index = output; index < signal.contribution_A.length; index += signal.outputCount)
    variance_A2 += (signal.contribution_A[index]! * signal.relativeReadNoise[index]!) ** 2;
  return variance_A2;
}

/** Draw every device of one chip and add up the pairs into `net_A`, M x N. */
function drawChip(signal: Signal, random: RandomStream, net_A: Float64Array): void {
  const { outputCount, contribution_A, relativeSpread, stuck } = signal;
  net_A.fill(0);
  for (let index = 0; index < contribution_A.length; index++) {
    let factor = Math.max(0, 1 + relativeSpread[index]! * random.normal());
    if (stuck !== undefined) {
      const fate = random.uniform();
      if (fate < stuck.atMin) factor = stuck.minFactor[index]!;
      else if (fate < stuck.atMin + stuck.atMax) factor = stuck.maxFactor[index]!;
    }
    const row = Math.floor(index / outputCount);
    net_A[(row >> 1) * outputCount + (index - row * outputCount)]! += contribution_A[index]! * factor;
  }
}

function chipAccuracy(
  signal: Signal,
  smoothed: readonly { readonly on: EvenErrorTable; readonly off: EvenErrorTable }[],
  data: LabelledPatterns,
  net_A: Float64Array,
  offset_A: Float64Array,
): number {
  const { inputCount, outputCount } = signal;
  const current_A = multiplyPatterns(data.patterns, data.count, net_A, inputCount, outputCount);
  return exactOneHot(data, outputCount, (pattern, output, wanted) => {
    const mean_A = current_A[pattern * outputCount + output]! + offset_A[output]!;
    return wanted ? lookUpEven(smoothed[output]!.on, mean_A) : lookUpEven(smoothed[output]!.off, -mean_A);
  });
}

/**
 * Mean over the chips with a 95 % interval, and quantiles over the chips.
 *
 * The interval is Wilson's score interval (Wilson, J. Am. Stat. Assoc. 22, 209 (1927)) at the effective number of decisions,
 * mean (1 - mean) over the squared standard error of the chips' mean: the number of independent decisions that would scatter
 * as the chips do (Kish, Survey Sampling (1965)). It lies between the number of chips and that of chips times patterns.
 */
function summarise(accuracies: Float64Array, patternCount: number): MonteCarloAccuracy {
  const chips = accuracies.length;
  const mean = accuracies.reduce((sum, value) => sum + value, 0) / chips;
  const scatter = accuracies.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(chips - 1, 1);
  const alike = scatter > 0 ? (mean * (1 - mean) * chips) / scatter : Infinity;
  const decisions = chips === 1 ? 1 : Math.max(chips, Math.min(alike, chips * patternCount));
  const z = 1.959963984540054;
  const shrink = 1 + (z * z) / decisions;
  const centre = (mean + (z * z) / (2 * decisions)) / shrink;
  const half = (z / shrink) * Math.sqrt((mean * (1 - mean)) / decisions + (z * z) / (4 * decisions * decisions));
  const sorted = accuracies.toSorted();
  const quantile = (p: number): number => {
    const position = p * (chips - 1);
    const lower = Math.floor(position);
    const upper = Math.min(lower + 1, chips - 1);
    return sorted[lower]! + (position - lower) * (sorted[upper]! - sorted[lower]!);
  };
  return {
    chips,
    mean,
    low: Math.max(0, centre - half),
    high: Math.min(1, centre + half),
    p05: quantile(0.05),
    p50: quantile(0.5),
    p95: quantile(0.95),
  };
}
