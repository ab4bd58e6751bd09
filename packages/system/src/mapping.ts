import type {
  Design,
  Parameters,
  PreparedWorkload,
  SynapseCharacter,
  SynapseModel,
  SynapseOperating,
} from "@neurofront/core";

/**
 * A trained layer on pairs of synapses: row 2k holds the positive part of input k's weights, row 2k+1 the negative part.
 * All arrays are 2M x N, row-major.
 */
export interface MappedLayer {
  /** Secant conductance at the input level, current(V) / V: what the linear array solver sees. */
  readonly conductance_S: Float64Array;
  /** Secant conductance of a device at the least and at the largest programmable conductance: what a stuck device has. */
  readonly conductanceMin_S: number;
  readonly conductanceMax_S: number;
  /** Standard deviation of the programmed conductance relative to its target, device to device; 0 at a target of 0. */
  readonly relativeSpread: Float64Array;
  /** Standard deviation of the current of one read relative to the current, cycle to cycle. */
  readonly relativeReadNoise: Float64Array;
  /** Sum of a neuron's column over all rows, per neuron. */
  readonly columnConductance_S: Float64Array;
  /** Mean over the neurons of {@link columnConductance_S}. */
  readonly meanColumnConductance_S: number;
}

/**
 * Map weights in [-1, 1] onto conductance pairs: G+ = Gmin + max(w, 0) (Gmax - Gmin), G- likewise with max(-w, 0), each
 * rounded to the nearest programmable level.
 */
export function mapWeights<P extends Parameters>(
  workload: PreparedWorkload,
  synapse: SynapseModel<P>,
  design: Design<P>,
  character: SynapseCharacter,
  operating: SynapseOperating,
): MappedLayer {
  const { inputCount, outputCount, weights } = workload;
  const size = 2 * inputCount * outputCount;
  const conductance_S = new Float64Array(size);
  const relativeSpread = new Float64Array(size);
  const relativeReadNoise = new Float64Array(size);
  const columnConductance_S = new Float64Array(outputCount);
  const least_S = character.conductanceMin_S;
  const span_S = character.conductanceMax_S - least_S;
  const secant_S = (target_S: number): number =>
    synapse.current_A(design, target_S, operating.inputVoltage_V) / operating.inputVoltage_V;
  const steps = character.levels - 1;
  // Quantised devices share few levels: each is computed once.
  const known = new Map<number, { secant_S: number; spread: number; readNoise: number }>();
  for (let input = 0; input < inputCount; input++) {
    for (let output = 0; output < outputCount; output++) {
      const weight = weights[input * outputCount + output]!;
      for (let half = 0; half < 2; half++) {
        const wanted = Math.max(half === 0 ? weight : -weight, 0);
        const level = Number.isFinite(steps) ? Math.round(wanted * steps) / steps : wanted;
        let device = known.get(level);
        if (device === undefined) {
          const target_S = least_S + level * span_S;
          device = {
            secant_S: secant_S(target_S),
            spread: target_S > 0 ? synapse.programmingSpread_S(design, operating, target_S) / target_S : 0,
            readNoise: synapse.readNoise(design, operating, target_S, 0),
          };
          known.set(level, device);
        }
        const index = (2 * input + half) * outputCount + output;
        conductance_S[index] = device.secant_S;
        relativeSpread[index] = device.spread;
        relativeReadNoise[index] = device.readNoise;
        columnConductance_S[output]! += device.secant_S;
      }
    }
  }
  return {
    conductance_S,
    conductanceMin_S: secant_S(least_S),
    conductanceMax_S: secant_S(character.conductanceMax_S),
    relativeSpread,
    relativeReadNoise,
    columnConductance_S,
    meanColumnConductance_S: columnConductance_S.reduce((sum, value) => sum + value, 0) / outputCount,
  };
}
