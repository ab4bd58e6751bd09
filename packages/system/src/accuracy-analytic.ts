import { activationCount, DRIVE_LEVELS, gatherLevels } from "@neurofront/core";
import type { LabelledPatterns } from "@neurofront/core";
import { multiplyInto, NORMAL_NODES } from "@neurofront/physics";
import { joinChances, patternsAtATime, addExactOneHot } from "./deciding-layer.ts";
import type { DecidingLayer } from "./deciding-layer.ts";
import { averageError } from "./error-table.ts";
import { programmedFactor, soundFactor } from "./factor-moments.ts";
import type { FactorMoments } from "./factor-moments.ts";
import type { Signal } from "./signal.ts";
import { zeros } from "./small-arrays.ts";

/**
 * Exact one-hot accuracy without sampling: every net current is taken as Gaussian around its mean and all decisions as
 * independent, so the accuracy of a pattern is the product, over the last layer's outputs, of the chances to be right.
 *
 * Layer by layer (mean-field): an input level has mean m and variance v, 0 for patterns and biases; the net current of output j
 * has the mean sum(m c f) and the variance sum over rows of ((m^2 + v) c^2 (s^2 + r^2 + d^2 (f^2 + s^2)) + v c^2 f^2) + offset^2 +
 * cycle variance, with the nominal contributions c, the mean f and variance s^2 of the factor by which devices differ from them
 * (`soundFactor`: 1 and the programming spread, unless that is so large that devices hold at zero), the relative read noise r
 * and the driver's spread d. A neuron fires with the chance p that its error table gives for it, and drives the next layer with the
 * mean and variance of a coin of that chance. A pattern counts where its mean is; the mean over patterns is not touched by what the
 * devices share between patterns. The input voltage is common to all: the accuracy is averaged over it, as if it held for an
 * inference.
 *
 * What the approximation leaves out: correlation between neurons (of one layer, and of one neuron at several positions, whose
 * devices are the same, of all neurons behind one driver) and the shape of the sum where few inputs are uncertain. Measured with 50
 * rows of real synapses it is within 0.0015 of the chips, also where devices spread by three times their conductance.
 *
 * Stuck devices are few and strong, and no Gaussian. A column is either sound, with the moments above, or has at least one of
 * them: for those columns together a second Gaussian is taken, with the mean and the variance that remain.
 *
 * @param wanted for each layer the decisions that ought to be made, patterns x P x N
 */
export function analyticAccuracy(
  network: readonly DecidingLayer[],
  data: LabelledPatterns,
  wanted: readonly Uint8Array[],
): number {
  const { relativeSpread } = network[0]!.signal.supply;
  if (relativeSpread === 0) return accuracyAtLevel(network, data, wanted, 1);
  return NORMAL_NODES.reduce(
    (sum, { node, weight }) => sum + weight * accuracyAtLevel(network, data, wanted, 1 + relativeSpread * node),
    0,
  );
}

/** @param level of the input voltage, relative to what it should be */
function accuracyAtLevel(
  network: readonly DecidingLayer[],
  data: LabelledPatterns,
  wanted: readonly Uint8Array[],
  level: number,
): number {
  const matrices = network.map(({ signal }) => momentMatrices(signal, level));
  const atATime = Math.min(patternsAtATime(network), data.count);
  const scratch = network.map(({ trained }, index) => layerScratch(trained, atATime, index > 0));
  let total = 0;
  for (let first = 0; first < data.count; first += atATime) {
    const count = Math.min(atATime, data.count - first);
    let before: InputMoments = { mean: data.patterns, width: data.patterns.length / data.count, first };
    for (const [index, layer] of network.entries()) {
      const { trained } = layer;
      const own = scratch[index]!;
      gatherMoments(layer, before, count, own);
      decide(layer, matrices[index]!, own, wanted[index]!, first * trained.positions, count * trained.positions);
      if (trained.pool !== undefined) joinChances(trained, own.chance, count, own.joined);
      const width = activationCount(trained);
      if (index === network.length - 1) total = addExactOneHot(total, own.joined, width, data.labels, first, count);
      else before = driveMoments(layer, own, width, count * width);
    }
  }
  return total / data.count;
}

/** What the devices do to mean and variance of a level: M x N each. */
interface MomentMatrices {
  readonly mean_A: Float64Array;
  /** Of the devices, for the mean square of the level. */
  readonly variance_A2: Float64Array;
  /** Square of the mean, for the variance of the level. */
  readonly square_A2: Float64Array;
}

interface AllMatrices {
  readonly sound: MomentMatrices;
  /** Of sound and stuck devices together, where there are stuck ones. */
  readonly all: MomentMatrices | undefined;
  readonly soundShare: number;
}

function momentMatrices(signal: Signal, level: number): AllMatrices {
  const { stuck } = signal;
  return {
    sound: matricesOf(signal, level, ({ relativeSpread }, index) => soundFactor(relativeSpread[index]!)),
    all: stuck === undefined ? undefined : matricesOf(signal, level, programmedFactor),
    soundShare: stuck === undefined ? 1 : (1 - stuck.atMin - stuck.atMax) ** (2 * signal.inputCount),
  };
}

function matricesOf(
  signal: Signal,
  level: number,
  factorOf: (signal: Signal, index: number) => FactorMoments,
): MomentMatrices {
  const { inputCount, outputCount, rowSpread } = signal;
  const mean_A = zeros(inputCount * outputCount);
  const variance_A2 = zeros(inputCount * outputCount);
  for (let row = 0; row < 2 * inputCount; row++) {
    const driver2 = rowSpread === undefined ? 0 : rowSpread[row]! ** 2;
    for (let output = 0; output < outputCount; output++) {
      const index = row * outputCount + output;
      const target = (row >> 1) * outputCount + output;
      const contribution_A = level * signal.contribution_A[index]!;
      const { mean, variance } = factorOf(signal, index);
      mean_A[target]! += contribution_A * mean;
      const ofDriver = driver2 * (variance + mean ** 2);
      variance_A2[target]! += contribution_A ** 2 * (variance + signal.relativeReadNoise[index]! ** 2 + ofDriver);
    }
  }
  const square_A2 = zeros(mean_A.length);
  for (let index = 0; index < mean_A.length; index++) square_A2[index] = mean_A[index]! * mean_A[index]!;
  return { mean_A, variance_A2, square_A2 };
}

/** Levels before a layer: mean, and variance where they are uncertain. */
interface InputMoments {
  readonly mean: Float64Array;
  readonly variance?: Float64Array;
  readonly width: number;
  /** Pattern at which the values begin. */
  readonly first: number;
}

/** Space for one layer and some patterns, used again and again. */
interface LayerScratch {
  readonly level: Float64Array;
  readonly meanSquare: Float64Array;
  readonly variance: Float64Array | undefined;
  readonly sound: Currents;
  readonly all: Currents;
  /** Of the input levels alone. */
  readonly passed_A2: Float64Array;
  readonly chance: Float64Array;
  /** The same as `chance` without a pool. */
  readonly joined: Float64Array;
  readonly driveMean: Float64Array;
  readonly driveVariance: Float64Array;
}

/** Mean and variance of net currents, rows x N. */
interface Currents {
  readonly mean_A: Float64Array;
  readonly variance_A2: Float64Array;
}

function layerScratch(trained: DecidingLayer["trained"], patternCount: number, isHidden: boolean): LayerScratch {
  const rows = patternCount * trained.positions;
  const [inputs, outputs] = [rows * trained.inputCount, rows * trained.outputCount];
  const activations = patternCount * activationCount(trained);
  const currents = (): Currents => ({ mean_A: zeros(outputs), variance_A2: zeros(outputs) });
  const chance = zeros(outputs);
  return {
    level: zeros(inputs),
    meanSquare: zeros(inputs),
    variance: isHidden ? zeros(inputs) : undefined,
    sound: currents(),
    all: currents(),
    passed_A2: zeros(isHidden ? outputs : 0),
    chance,
    joined: trained.pool === undefined ? chance : zeros(activations),
    driveMean: zeros(activations),
    driveVariance: zeros(activations),
  };
}

function gatherMoments({ trained }: DecidingLayer, before: InputMoments, count: number, own: LayerScratch): void {
  const { level, meanSquare, variance } = own;
  gatherLevels(trained, before.mean, before.width, before.first, count, level);
  const used = count * trained.gather.length;
  for (let k = 0; k < used; k++) meanSquare[k] = level[k]! * level[k]!;
  if (variance === undefined || before.variance === undefined) return;
  gatherLevels(trained, before.variance, before.width, before.first, count, variance, 0);
  for (let k = 0; k < used; k++) meanSquare[k]! += variance[k]!;
}

/** Chance to fire of every neuron, for `rows` rows of levels. */
function decide(
  { signal, tables }: DecidingLayer,
  { sound, all, soundShare }: AllMatrices,
  own: LayerScratch,
  wanted: Uint8Array,
  firstRow: number,
  rows: number,
): void {
  const { outputCount } = signal;
  currentsOf(signal, sound, own, own.sound, rows);
  const isFaulty = all !== undefined && soundShare !== 1;
  if (isFaulty) currentsOf(signal, all, own, own.all, rows);
  for (let row = 0, index = 0; row < rows; row++)
    for (let output = 0; output < outputCount; output++, index++) {
      const isWanted = wanted[(firstRow + row) * outputCount + output] === 1;
      const table = isWanted ? tables.wantedOn : tables.wantedOff;
      const towards = isWanted ? 1 : -1;
      const other_A2 = signal.offset_A[output]! ** 2 + signal.cycleVariance_A2[output]!;
      const errorOf = (mean_A: number, variance_A2: number): number =>
        averageError(table, towards * mean_A, Math.sqrt(variance_A2 + other_A2));
      const mean_A = own.sound.mean_A[index]!;
      const variance_A2 = own.sound.variance_A2[index]!;
      let error = errorOf(mean_A, variance_A2);
      if (isFaulty) {
        const faultyShare = 1 - soundShare;
        const faultyMean_A = (own.all.mean_A[index]! - soundShare * mean_A) / faultyShare;
        const meanSquare_A2 = own.all.variance_A2[index]! + own.all.mean_A[index]! ** 2;
        const faultySquare_A2 = (meanSquare_A2 - soundShare * (variance_A2 + mean_A ** 2)) / faultyShare;
        const faultyError = errorOf(faultyMean_A, Math.max(0, faultySquare_A2 - faultyMean_A ** 2));
        error = soundShare * error + faultyShare * faultyError;
      }
      own.chance[index] = isWanted ? 1 - error : error;
    }
}

function currentsOf(
  { inputCount, outputCount }: Signal,
  { mean_A, variance_A2, square_A2 }: MomentMatrices,
  own: LayerScratch,
  currents: Currents,
  rows: number,
): void {
  multiplyInto(currents.mean_A, own.level, rows, mean_A, inputCount, outputCount);
  multiplyInto(currents.variance_A2, own.meanSquare, rows, variance_A2, inputCount, outputCount);
  if (own.variance === undefined) return;
  multiplyInto(own.passed_A2, own.variance, rows, square_A2, inputCount, outputCount);
  for (let k = 0; k < rows * outputCount; k++) currents.variance_A2[k]! += own.passed_A2[k]!;
}

/** Mean and variance of the levels at which a layer drives the next. */
function driveMoments({ trained }: DecidingLayer, own: LayerScratch, width: number, used: number): InputMoments {
  const [silent, firing] = DRIVE_LEVELS[trained.drive];
  const swing = firing - silent;
  for (let k = 0; k < used; k++) {
    const chance = own.joined[k]!;
    own.driveMean[k] = silent + swing * chance;
    own.driveVariance[k] = swing * swing * chance * (1 - chance);
  }
  return { mean: own.driveMean, variance: own.driveVariance, width, first: 0 };
}
