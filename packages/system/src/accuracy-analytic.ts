import type { LabelledPatterns } from "@neurofront/core";
import { exactOneHot } from "./decision.ts";
import type { DecisionTables } from "./decision.ts";
import { averageError } from "./error-table.ts";
import { multiplyPatterns } from "./signal.ts";
import type { Signal } from "./signal.ts";

/**
 * Exact one-hot accuracy without sampling: every net current is taken as Gaussian around its nominal value and the
 * outputs as independent, so the accuracy of a pattern is the product of 1 - E[P_error] over the outputs.
 *
 * The variance of output j for a pattern x: sum over rows of (x c)^2 (s^2 + r^2) + offset^2 + cycle variance, with the
 * device contributions c, their relative programming spread s and read noise r. A pattern counts where its mean is; the
 * mean over patterns is not touched by what the devices share between patterns.
 *
 * Stuck devices are few and strong, and no Gaussian. A column is either sound, with the moments above, or has at least one of
 * them: for those columns together a second Gaussian is taken, with the mean and the variance that remain.
 */
export function analyticAccuracy(signal: Signal, tables: DecisionTables, data: LabelledPatterns): number {
  const { outputCount, stuck } = signal;
  const sound = currentMoments(signal, data, soundFactor);
  const all = stuck === undefined ? undefined : currentMoments(signal, data, programmedFactor);
  const soundShare = stuck === undefined ? 1 : (1 - stuck.atMin - stuck.atMax) ** (2 * signal.inputCount);
  return exactOneHot(data, outputCount, (pattern, output, wanted) => {
    const index = pattern * outputCount + output;
    const otherVariance_A2 = signal.offset_A[output]! ** 2 + signal.cycleVariance_A2[output]!;
    const errorOf = (mean_A: number, variance_A2: number): number => {
      const sigma_A = Math.sqrt(variance_A2 + otherVariance_A2);
      return wanted ? averageError(tables.wantedOn, mean_A, sigma_A) : averageError(tables.wantedOff, -mean_A, sigma_A);
    };
    const mean_A = sound.mean_A[index]!;
    const variance_A2 = sound.variance_A2[index]!;
    const soundError = errorOf(mean_A, variance_A2);
    if (all === undefined || soundShare === 1) return soundError;
    const faultyShare = 1 - soundShare;
    const faultyMean_A = (all.mean_A[index]! - soundShare * mean_A) / faultyShare;
    const meanSquare_A2 = all.variance_A2[index]! + all.mean_A[index]! ** 2;
    const faultySquare_A2 = (meanSquare_A2 - soundShare * (variance_A2 + mean_A ** 2)) / faultyShare;
    const faultyError = errorOf(faultyMean_A, Math.max(0, faultySquare_A2 - faultyMean_A ** 2));
    return soundShare * soundError + faultyShare * faultyError;
  });
}

/** Mean and variance, over devices, of the factor on a nominal contribution. */
interface FactorMoments {
  readonly mean: number;
  readonly variance: number;
}

/** Mean and variance of every net current, patterns x outputs, from the devices alone. */
function currentMoments(
  signal: Signal,
  data: LabelledPatterns,
  factorOf: (signal: Signal, index: number) => FactorMoments,
): { readonly mean_A: Float64Array; readonly variance_A2: Float64Array } {
  const { inputCount, outputCount } = signal;
  const mean_A = new Float64Array(inputCount * outputCount);
  const variance_A2 = new Float64Array(inputCount * outputCount);
  for (let row = 0; row < 2 * inputCount; row++) {
    for (let output = 0; output < outputCount; output++) {
      const index = row * outputCount + output;
      const target = (row >> 1) * outputCount + output;
      const contribution_A = signal.contribution_A[index]!;
      const { mean, variance } = factorOf(signal, index);
      mean_A[target]! += contribution_A * mean;
      variance_A2[target]! += contribution_A ** 2 * (variance + signal.relativeReadNoise[index]! ** 2);
    }
  }
  const squared = data.patterns.map((level) => level * level);
  return {
    mean_A: multiplyPatterns(data.patterns, data.count, mean_A, inputCount, outputCount),
    variance_A2: multiplyPatterns(squared, data.count, variance_A2, inputCount, outputCount),
  };
}

function soundFactor(signal: Signal, index: number): FactorMoments {
  return { mean: 1, variance: signal.relativeSpread[index]! ** 2 };
}

/** Of sound and stuck devices together. */
function programmedFactor(signal: Signal, index: number): FactorMoments {
  const { atMin, atMax, minFactor, maxFactor } = signal.stuck!;
  const [least, largest] = [minFactor[index]!, maxFactor[index]!];
  const sound = 1 - atMin - atMax;
  const mean = sound + atMin * least + atMax * largest;
  const meanSquare = sound * (1 + signal.relativeSpread[index]! ** 2) + atMin * least ** 2 + atMax * largest ** 2;
  return { mean, variance: meanSquare - mean ** 2 };
}
