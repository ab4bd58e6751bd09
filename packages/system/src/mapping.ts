import type {
  Design,
  Parameters,
  SynapseCharacter,
  SynapseModel,
  SynapseOperating,
  TrainedLayer,
  WeightMapping,
} from "@neurofront/core";
import { readAtAge, secant_S } from "./aged-device.ts";
import type { AgedDevice } from "./aged-device.ts";
import { pairOf } from "./conductance-pair.ts";
import { zeros } from "./small-arrays.ts";

/**
 * A trained layer on pairs of synapses: row 2k holds the positive part of input k's weights, row 2k+1 the negative part.
 * All arrays are 2M x N, row-major.
 */
export interface MappedLayer {
  /** Mean secant conductance at the input level, current(V) / V, at the age: what the linear array solver sees. */
  readonly conductance_S: Float64Array;
  /** Mean conductance at zero bias, at the age. */
  readonly zeroBias_S: Float64Array;
  /** Secant conductance at the least and at the largest programmable conductance: what a stuck device has at every age. */
  readonly conductanceMin_S: number;
  readonly conductanceMax_S: number;
  /** Standard deviation, device to device, of the conductance relative to its mean at the age; 0 where that is 0. */
  readonly relativeSpread: Float64Array;
  /** Standard deviation of the current of one read relative to the current, cycle to cycle. */
  readonly relativeReadNoise: Float64Array;
  /** Sum of a neuron's column over all rows, per neuron. */
  readonly columnConductance_S: Float64Array;
  /** Mean over the neurons of {@link columnConductance_S}. */
  readonly meanColumnConductance_S: number;
}

/**
 * Map weights in [-1, 1] onto conductance pairs, for example G+ = Gmin + max(w, 0) (Gmax - Gmin) and G- likewise with max(-w, 0), each
 * rounded to the nearest programmable level, and read `age_s` after programming.
 */
export function mapWeights<P extends Parameters>(
  trained: Pick<TrainedLayer, "inputCount" | "outputCount" | "weights">,
  synapse: SynapseModel<P>,
  design: Design<P>,
  character: SynapseCharacter,
  operating: SynapseOperating,
  age_s: number,
  { pairOffset, rangeShare }: WeightMapping,
): MappedLayer {
  const { inputCount, outputCount, weights } = trained;
  const size = 2 * inputCount * outputCount;
  const conductance_S = new Float64Array(size);
  const zeroBias_S = zeros(size);
  const relativeSpread = zeros(size);
  const relativeReadNoise = zeros(size);
  const columnConductance_S = zeros(outputCount);
  const least_S = character.conductanceMin_S;
  const span_S = character.conductanceMax_S - least_S;
  const steps = character.levels - 1;
  // Quantised devices share few levels: each is computed once.
  const known = new Map<number, AgedDevice>();
  for (let input = 0; input < inputCount; input++) {
    for (let output = 0; output < outputCount; output++) {
      const { positive, negative } = pairOf(rangeShare * weights[input * outputCount + output]!, pairOffset);
      for (let half = 0; half < 2; half++) {
        const wanted = half === 0 ? positive : negative;
        const level = Number.isFinite(steps) ? Math.round(wanted * steps) / steps : wanted;
        let device = known.get(level);
        if (device === undefined) {
          device = readAtAge(synapse, design, operating, least_S + level * span_S, age_s);
          known.set(level, device);
        }
        const index = (2 * input + half) * outputCount + output;
        conductance_S[index] = device.secant_S;
        zeroBias_S[index] = device.zeroBias_S;
        relativeSpread[index] = device.relativeSpread;
        relativeReadNoise[index] = device.relativeReadNoise;
        columnConductance_S[output]! += device.secant_S;
      }
    }
  }
  return {
    conductance_S,
    zeroBias_S,
    conductanceMin_S: secant_S(synapse, design, operating, least_S),
    conductanceMax_S: secant_S(synapse, design, operating, character.conductanceMax_S),
    relativeSpread,
    relativeReadNoise,
    columnConductance_S,
    meanColumnConductance_S: columnConductance_S.reduce((sum, value) => sum + value, 0) / outputCount,
  };
}
