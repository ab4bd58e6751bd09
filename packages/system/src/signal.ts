import type { ArraySolution, NeuronCharacter, SynapseCharacter } from "@neurofront/core";
import { boltzmann_J_K } from "@neurofront/physics";
import type { MappedLayer } from "./mapping.ts";

/** Sources of randomness around the nominal currents. */
export interface NoiseSources {
  /** Device to device: programming spread and neuron offsets. */
  readonly deviceSpread: boolean;
  /** Standard deviation, cycle to cycle, of the neuron reference against the middle of the input levels. */
  readonly referenceNoise_V: number;
  /** Johnson noise of the column, averaged over the time the rows are driven. */
  readonly thermalNoise: boolean;
  readonly temperature_K: number;
}

/** What reaches the neurons: contributions of single devices, and the spread and noise around their sum. */
export interface Signal {
  readonly inputCount: number;
  readonly outputCount: number;
  /** Net current of neuron j from row r at full level of its input, sign included, 2M x N. */
  readonly contribution_A: Float64Array;
  /** Relative programming spread of the same devices; zero when the study switches device spread off. */
  readonly relativeSpread: Float64Array;
  /** Standard deviation, device to device, of each neuron's offset as a net current. */
  readonly offset_A: Float64Array;
  /** Variance, cycle to cycle, of each neuron's net current that does not depend on the inputs. */
  readonly cycleVariance_A2: Float64Array;
  /** Relative read noise of the same devices, cycle to cycle. */
  readonly relativeReadNoise: Float64Array;
  /** Stuck devices, when there are any: chances, and the factors that turn a contribution into the stuck one's. */
  readonly stuck:
    | {
        readonly atMin: number;
        readonly atMax: number;
        readonly minFactor: Float64Array;
        readonly maxFactor: Float64Array;
      }
    | undefined;
}

/**
 * Collect the signal and its noise.
 *
 * A node error V (offset, reference noise) drives the current V * sumG through the column; together with the neuron's own
 * resistance R the neuron sees V * sumG / (1 + R sumG). A floating column (R infinite) is read as a voltage, for which the
 * contract counts node voltage times sumG, so the same V gives V * sumG. Johnson noise: sigma^2 = 2 k T sumG / t.
 * For a floating column the sampled noise kT/C is the neuron's own and not repeated here.
 */
export function collectSignal(
  layer: MappedLayer,
  solution: ArraySolution,
  neuron: NeuronCharacter,
  synapse: SynapseCharacter,
  inputVoltage_V: number,
  noise: NoiseSources,
): Signal {
  const outputCount = layer.columnConductance_S.length;
  const rowCount = layer.conductance_S.length / outputCount;
  const contribution_A = new Float64Array(rowCount * outputCount);
  for (let row = 0; row < rowCount; row++) {
    const level_V = row % 2 === 0 ? inputVoltage_V : -inputVoltage_V;
    for (let output = 0; output < outputCount; output++) {
      const index = row * outputCount + output;
      contribution_A[index] = solution.currentTransfer_S[index]! * level_V;
    }
  }
  const floats = neuron.inputResistance_ohm === Infinity;
  const offset_A = new Float64Array(outputCount);
  const cycleVariance_A2 = new Float64Array(outputCount);
  for (let output = 0; output < outputCount; output++) {
    const column_S = layer.columnConductance_S[output]!;
    const loading = floats ? 1 : 1 / (1 + neuron.inputResistance_ohm * column_S);
    if (noise.deviceSpread)
      offset_A[output] = Math.hypot(neuron.offsetSpread_V * column_S * loading, neuron.offsetSpread_A);
    const johnson_A2 =
      noise.thermalNoise && !floats
        ? ((2 * boltzmann_J_K * noise.temperature_K * column_S) / neuron.synapsesDriven_s) * loading ** 2
        : 0;
    cycleVariance_A2[output] = (noise.referenceNoise_V * column_S * loading) ** 2 + johnson_A2;
  }
  return {
    inputCount: rowCount / 2,
    outputCount,
    contribution_A,
    relativeSpread: noise.deviceSpread ? layer.relativeSpread : new Float64Array(layer.relativeSpread.length),
    offset_A,
    cycleVariance_A2,
    relativeReadNoise: layer.relativeReadNoise,
    stuck:
      noise.deviceSpread && synapse.stuckAtMin + synapse.stuckAtMax > 0
        ? {
            atMin: synapse.stuckAtMin,
            atMax: synapse.stuckAtMax,
            minFactor: layer.conductance_S.map((conductance_S) => stuckFactor(layer.conductanceMin_S, conductance_S)),
            maxFactor: layer.conductance_S.map((conductance_S) => stuckFactor(layer.conductanceMax_S, conductance_S)),
          }
        : undefined,
  };
}

/** What a stuck device does to a contribution; one that contributes nothing has nothing to multiply. */
function stuckFactor(stuck_S: number, conductance_S: number): number {
  return conductance_S > 0 ? stuck_S / conductance_S : 0;
}

/** Nominal net current of every neuron for every pattern, patterns x N. */
export function netCurrents_A(signal: Signal, patterns: Float64Array, patternCount: number): Float64Array {
  const { inputCount, outputCount, contribution_A } = signal;
  const net = new Float64Array(inputCount * outputCount);
  for (let input = 0; input < inputCount; input++)
    for (let output = 0; output < outputCount; output++)
      net[input * outputCount + output] =
        contribution_A[2 * input * outputCount + output]! + contribution_A[(2 * input + 1) * outputCount + output]!;
  return multiplyPatterns(patterns, patternCount, net, inputCount, outputCount);
}

/** patterns (P x M) times matrix (M x N). */
export function multiplyPatterns(
  patterns: Float64Array,
  patternCount: number,
  matrix: Float64Array,
  inputCount: number,
  outputCount: number,
): Float64Array {
  const product = new Float64Array(patternCount * outputCount);
  for (let pattern = 0; pattern < patternCount; pattern++) {
    const target = pattern * outputCount;
    for (let input = 0; input < inputCount; input++) {
      const level = patterns[pattern * inputCount + input]!;
      if (level === 0) continue;
      const source = input * outputCount;
      for (let output = 0; output < outputCount; output++)
        product[target + output]! += level * matrix[source + output]!;
    }
  }
  return product;
}
