import type { Neighbour } from "@neurofront/core";

/** Share of all weights, as differences of the conductances of a pair, between inputs and neurons that are no neighbours. */
export function weightOutside(
  conductance_S: Float64Array,
  outputCount: number,
  near: readonly (readonly Neighbour[])[],
): number {
  const weight_S = (input: number, neuron: number): number =>
    Math.abs(conductance_S[2 * input * outputCount + neuron]! - conductance_S[(2 * input + 1) * outputCount + neuron]!);
  const inputCount = conductance_S.length / (2 * outputCount);
  let outside_S = 0;
  let all_S = 0;
  for (const [neuron, neighbours] of near.entries()) {
    const reached = new Set(neighbours.map(({ input }) => input));
    for (let input = 0; input < inputCount; input++) {
      const found_S = weight_S(input, neuron);
      all_S += found_S;
      if (!reached.has(input)) outside_S += found_S;
    }
  }
  return all_S > 0 ? outside_S / all_S : 0;
}
