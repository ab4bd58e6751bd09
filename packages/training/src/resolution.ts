import type { LabelledPatterns } from "@neurofront/core";

/**
 * Resolution of each output for each pattern, patterns x outputs: (|p| - |n|) / (|p| + |n|) with p and n the sums of the
 * positive and negative contributions (Sharad, Fan and Roy, J. Appl. Phys. 114, 234906 (2013), eq. 2), with the sign that
 * is positive when an ideal neuron decides rightly.
 *
 * @param weights inputs x outputs, row-major
 */
export function resolutions(weights: Float64Array, outputCount: number, data: LabelledPatterns): Float64Array {
  const inputCount = data.patterns.length / data.count;
  const resolution = new Float64Array(data.count * outputCount);
  for (let i = 0; i < data.count; i++) {
    for (let j = 0; j < outputCount; j++) {
      let net = 0;
      let total = 0;
      for (let k = 0; k < inputCount; k++) {
        const current = data.patterns[i * inputCount + k]! * weights[k * outputCount + j]!;
        net += current;
        total += Math.abs(current);
      }
      const wanted = data.labels[i] === j ? 1 : -1;
      resolution[i * outputCount + j] = total === 0 ? 0 : (wanted * net) / total;
    }
  }
  return resolution;
}

/** The smallest resolution of each output over all patterns; negative where an ideal neuron errs. */
export function smallestResolutions(resolution: Float64Array, outputCount: number): Float64Array {
  const smallest = new Float64Array(outputCount).fill(Infinity);
  for (let at = 0; at < resolution.length; at++) {
    const output = at % outputCount;
    smallest[output] = Math.min(smallest[output]!, resolution[at]!);
  }
  return smallest;
}

/** Middle of the sorted values, the mean of the two middle ones when their number is even. */
export function median(values: ArrayLike<number>): number {
  const sorted = Float64Array.from(values).toSorted();
  const middle = sorted.length / 2;
  return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
}
