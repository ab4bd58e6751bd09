import type { LabelledPatterns } from "@neurofront/core";
import { levelCount } from "./layer-shape.ts";

/**
 * Averaged perceptron of every output (Rosenblatt, Psychological Review 65, 386 (1958); averaging: Freund and Schapire,
 * Machine Learning 37, 277 (1999)): a pattern whose net input is not beyond the margin moves the weights by the pattern. The
 * patterns come in steps of the golden ratio, so that those of one class are spread and nothing is drawn.
 *
 * @param margin relative to the largest weight of the column, >= 0
 * @param epochs passes at most; an output without a move in one pass is finished
 * @returns inputs x outputs, row-major: the last weights of an output that has finished, otherwise their mean over all
 *   presentations; not rescaled
 */
export function perceptronWeights(
  data: LabelledPatterns,
  outputCount: number,
  margin: number,
  epochs: number,
): Float64Array {
  const inputCount = levelCount(data);
  const weights = new Float64Array(inputCount * outputCount);
  for (let output = 0; output < outputCount; output++) {
    const column = perceptronColumn(data, inputCount, output, margin, epochs);
    for (let input = 0; input < inputCount; input++) weights[input * outputCount + output] = column[input]!;
  }
  return weights;
}

function perceptronColumn(
  data: LabelledPatterns,
  inputCount: number,
  output: number,
  margin: number,
  epochs: number,
): Float64Array {
  const column = new Float64Array(inputCount);
  const sum = new Float64Array(inputCount);
  const step = goldenStep(data.count);
  let moved = true;
  for (let epoch = 0; epoch < epochs && moved; epoch++) {
    moved = false;
    for (let turn = 0; turn < data.count; turn++) {
      const pattern = (turn * step) % data.count;
      const sign = data.labels[pattern] === output ? 1 : -1;
      const at = pattern * inputCount;
      if (sign * netInput(data.patterns, at, column) <= margin * largestOf(column)) {
        for (let input = 0; input < inputCount; input++) column[input]! += sign * data.patterns[at + input]!;
        moved = true;
      }
      for (let input = 0; input < inputCount; input++) sum[input]! += column[input]!;
    }
  }
  return moved ? sum : column;
}

function netInput(patterns: Float64Array, at: number, column: Float64Array): number {
  let net = 0;
  for (let input = 0; input < column.length; input++) net += patterns[at + input]! * column[input]!;
  return net;
}

function largestOf(column: Float64Array): number {
  let largest = 0;
  for (const weight of column) largest = Math.max(largest, Math.abs(weight));
  return largest;
}

/** A step near the golden ratio of `count` that visits every pattern. */
function goldenStep(count: number): number {
  const divisor = (a: number, b: number): number => (b === 0 ? a : divisor(b, a % b));
  let step = Math.max(1, Math.round(0.618 * count));
  while (divisor(step, count) !== 1) step++;
  return step;
}
