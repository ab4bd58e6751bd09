import { multiplyInto } from "../matrix-product.ts";
import type { PairedRows } from "./paired-rows.ts";

/** What a response to patterns needs of the load: input k drives row 2k with +V x_k and row 2k + 1 with -V x_k. */
type PatternLoad = Pick<PairedRows, "inputCount" | "outputCount" | "patterns" | "patternCount" | "inputVoltage_V">;

/** Patterns that are worked on at a time: few enough to stay in the cache, and no power of two, which would crowd a few of its sets. */
const PATTERNS_AT_A_TIME = 60;

/**
 * Power delivered by all row sources for each pattern, V^2 x' Q x with the admittance Q between the differential inputs.
 *
 * @param inputAdmittance_S current of input i per volt on input k, M x M, symmetric
 */
export function inputPower_W(inputAdmittance_S: Float64Array, load: PatternLoad): Float64Array {
  const { inputCount, patterns, patternCount, inputVoltage_V } = load;
  const power_W = new Float64Array(patternCount);
  const atATime = Math.min(PATTERNS_AT_A_TIME, patternCount);
  // Inputs x patterns.
  const levels = new Float64Array(inputCount * atATime);
  const current = new Float64Array(inputCount * atATime);
  for (let first = 0; first < patternCount; first += atATime) {
    const count = Math.min(atATime, patternCount - first);
    for (let pattern = 0; pattern < count; pattern++)
      for (let i = 0; i < inputCount; i++) levels[i * count + pattern] = patterns[(first + pattern) * inputCount + i]!;
    multiplyInto(current, inputAdmittance_S, inputCount, levels, inputCount, count);
    for (let i = 0, at = 0; i < inputCount; i++)
      for (let pattern = 0; pattern < count; pattern++, at++) power_W[first + pattern]! += levels[at]! * current[at]!;
  }
  // A passive network takes power; rounding must not say otherwise where it takes none.
  for (let pattern = 0; pattern < patternCount; pattern++)
    power_W[pattern] = Math.max(power_W[pattern]!, 0) * inputVoltage_V ** 2;
  return power_W;
}

/**
 * Mean over patterns and neurons of the square of what arrives at a column; 0 without patterns.
 *
 * @param columnTransfer per volt on a row, 2M x N
 * @param inputs the inputs that are counted
 */
export function columnMeanSquare(
  columnTransfer: Float64Array,
  load: PatternLoad,
  inputs: { readonly from: number; readonly to: number } = { from: 0, to: load.inputCount },
): number {
  const { inputCount, outputCount, patterns, patternCount, inputVoltage_V } = load;
  const counted = inputs.to - inputs.from;
  const perLevel = new Float64Array(counted * outputCount);
  for (let i = 0; i < counted; i++)
    for (let j = 0; j < outputCount; j++) {
      const plus = 2 * (inputs.from + i) * outputCount + j;
      perLevel[i * outputCount + j] = columnTransfer[plus]! - columnTransfer[plus + outputCount]!;
    }
  const atATime = Math.min(PATTERNS_AT_A_TIME, patternCount);
  const levels = new Float64Array(atATime * counted);
  const arriving = new Float64Array(atATime * outputCount);
  let sum = 0;
  for (let first = 0; first < patternCount; first += atATime) {
    const count = Math.min(atATime, patternCount - first);
    for (let pattern = 0, at = 0; pattern < count; pattern++)
      for (let i = inputs.from; i < inputs.to; i++) levels[at++] = patterns[(first + pattern) * inputCount + i]!;
    multiplyInto(arriving, levels, count, perLevel, counted, outputCount);
    for (let k = 0; k < count * outputCount; k++) sum += arriving[k]! ** 2;
  }
  return patternCount === 0 ? 0 : (sum / (patternCount * outputCount)) * inputVoltage_V ** 2;
}

/**
 * Mean over patterns and neurons of the square of the voltage at the ends of the columns, mean over tiles that end in inputs of
 * their own, weighted with their rows.
 *
 * @param rowStarts where the tiles start, and the end of the last one
 */
export function columnVoltageSquare_V2(
  columnTransfer: Float64Array,
  load: PairedRows,
  rowStarts: readonly number[],
): number {
  const { neuronInputResistance_ohm } = load;
  const volts = neuronInputResistance_ohm === Infinity ? 1 : neuronInputResistance_ohm ** 2;
  let sum = 0;
  for (const [tile, from] of rowStarts.slice(0, -1).entries()) {
    const to = rowStarts[tile + 1]!;
    const part = (to - from) / (2 * load.inputCount);
    sum += part * columnMeanSquare(columnTransfer, load, { from: from / 2, to: to / 2 });
  }
  return sum * volts;
}

/** The transfer with each column multiplied by the sum of its conductances: voltages of floating columns as net currents. */
export function timesColumnConductance_S(
  columnTransfer: Float64Array,
  conductance_S: Float64Array,
  outputCount: number,
): Float64Array {
  const columnConductance_S = new Float64Array(outputCount);
  for (let index = 0; index < conductance_S.length; index++) {
    columnConductance_S[index % outputCount]! += conductance_S[index]!;
  }
  return columnTransfer.map((voltage, index) => voltage * columnConductance_S[index % outputCount]!);
}
