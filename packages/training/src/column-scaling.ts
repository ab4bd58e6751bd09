/**
 * Scale each output's column in place to a largest magnitude of 1: a sign neuron does not care about the scale of its
 * inputs, and the largest currents are the easiest to decide.
 *
 * @param weights inputs x outputs, row-major
 * @throws Error when a column is zero
 */
export function scaleColumns(weights: Float64Array, outputCount: number): void {
  for (let output = 0; output < outputCount; output++) {
    let largest = 0;
    for (let at = output; at < weights.length; at += outputCount) largest = Math.max(largest, Math.abs(weights[at]!));
    if (largest === 0) throw new Error(`output ${output} has no weight that is not zero`);
    for (let at = output; at < weights.length; at += outputCount) weights[at]! /= largest;
  }
}

/**
 * Scale a whole layer in place to a largest magnitude of 1, so that the outputs keep their relative scales.
 *
 * @throws Error when every weight is zero
 */
export function scaleLayer(weights: Float64Array): void {
  let largest = 0;
  for (const weight of weights) largest = Math.max(largest, Math.abs(weight));
  if (largest === 0) throw new Error("the layer has no weight that is not zero");
  for (let at = 0; at < weights.length; at++) weights[at]! /= largest;
}
