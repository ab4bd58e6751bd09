/**
 * Round weights to what pairs of synapses with a number of levels can hold: each magnitude, relative to the largest of its
 * column, to the nearest of `levels` even steps from 0 to 1.
 *
 * @param weights inputs x outputs, row-major, not changed
 * @param levels of one synapse, >= 2; `Infinity` for analogue synapses
 * @returns rounded weights in the scale of the given ones
 */
export function quantised(weights: Float64Array, outputCount: number, levels: number): Float64Array {
  if (levels === Infinity) return Float64Array.from(weights);
  const largest = columnLargest(weights, outputCount);
  const steps = levels - 1;
  return weights.map((weight, at) => {
    const scale = largest[at % outputCount]!;
    return scale === 0 ? 0 : (Math.sign(weight) * Math.round((Math.abs(weight) / scale) * steps) * scale) / steps;
  });
}

/** Largest magnitude of each column. */
export function columnLargest(weights: Float64Array, outputCount: number): Float64Array {
  const largest = new Float64Array(outputCount);
  for (let at = 0; at < weights.length; at++) {
    const output = at % outputCount;
    largest[output] = Math.max(largest[output]!, Math.abs(weights[at]!));
  }
  return largest;
}
