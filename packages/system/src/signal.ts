import type { ArraySolution, NeuronCharacter, SynapseCharacter } from "@neurofront/core";
import { boltzmann_J_K } from "@neurofront/physics";
import type { MappedLayer } from "./mapping.ts";
import { zeros } from "./small-arrays.ts";

/** Sources of randomness around the nominal currents. */
export interface NoiseSources {
  /** Device to device: programming spread and neuron offsets. */
  readonly deviceSpread: boolean;
  /** Standard deviation, cycle to cycle, of the neuron reference against the middle of the input levels. */
  readonly referenceNoise_V: number;
  /** Johnson noise of the column, averaged over the time the rows are driven. */
  readonly thermalNoise: boolean;
  readonly temperature_K: number;
  /** Standard deviation of the input voltage relative to it, all rows alike. */
  readonly supplyNoise: number;
  /** Whether every chip, or every cycle, has its own input voltage. */
  readonly supplyNoisePer: "chip" | "cycle";
  /** Device to device: standard deviation of a row driver's resistance relative to it. */
  readonly driverSpread: number;
  /** What every spread from device to device is multiplied by, >= 0; 1 where absent. Stuck devices stay as they are. */
  readonly spreadFactor?: number;
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
  /** Standard deviation, driver to driver, of the level of each row relative to it; undefined when drivers are alike. */
  readonly rowSpread: Float64Array | undefined;
  /** Standard deviation of all levels together relative to them, and how long one value holds. */
  readonly supply: { readonly relativeSpread: number; readonly per: "chip" | "cycle" };
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
 *
 * A driver of resistance R before a row of conductance G leaves V / (1 + R G) of its level V, so that a relative change of R
 * changes the level by - R G / (1 + R G) of it; wires and what the columns give back make the row's load a little smaller.
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
  const contribution_A = zeros(rowCount * outputCount);
  for (let row = 0; row < rowCount; row++) {
    const level_V = row % 2 === 0 ? inputVoltage_V : -inputVoltage_V;
    for (let output = 0; output < outputCount; output++) {
      const index = row * outputCount + output;
      contribution_A[index] = solution.currentTransfer_S[index]! * level_V;
    }
  }
  const floats = neuron.inputResistance_ohm === Infinity;
  const { spreadFactor = 1 } = noise;
  const offset_A = zeros(outputCount);
  const cycleVariance_A2 = zeros(outputCount);
  for (let output = 0; output < outputCount; output++) {
    const column_S = layer.columnConductance_S[output]!;
    const loading = floats ? 1 : 1 / (1 + neuron.inputResistance_ohm * column_S);
    if (noise.deviceSpread)
      offset_A[output] = spreadFactor * Math.hypot(neuron.offsetSpread_V * column_S * loading, neuron.offsetSpread_A);
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
    relativeSpread: scaled(layer.relativeSpread, noise.deviceSpread ? spreadFactor : 0),
    offset_A,
    cycleVariance_A2,
    relativeReadNoise: layer.relativeReadNoise,
    rowSpread: rowSpread(layer, solution.rowDriver, outputCount, spreadFactor * noise.driverSpread),
    supply: { relativeSpread: noise.supplyNoise, per: noise.supplyNoisePer },
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

/** The same array where nothing changes. */
function scaled(spreads: Float64Array, factor: number): Float64Array {
  if (factor === 1) return spreads;
  const result = zeros(spreads.length);
  for (let index = 0; index < spreads.length; index++) result[index] = factor * spreads[index]!;
  return result;
}

function rowSpread(
  { conductance_S }: MappedLayer,
  driver: ArraySolution["rowDriver"],
  outputCount: number,
  driverSpread: number,
): Float64Array | undefined {
  if (driverSpread === 0 || driver === undefined) return undefined;
  return Float64Array.from({ length: conductance_S.length / outputCount }, (_, row) => {
    const row_S = conductance_S.subarray(row * outputCount, (row + 1) * outputCount).reduce((sum, one) => sum + one, 0);
    const loading = (driver.resistance_ohm * row_S * driver.neuronCount) / outputCount;
    return (driverSpread * loading) / (1 + loading);
  });
}

/** What a stuck device does to a contribution; one that contributes nothing has nothing to multiply. */
function stuckFactor(stuck_S: number, conductance_S: number): number {
  return conductance_S > 0 ? stuck_S / conductance_S : 0;
}

/** Net current of neuron j from input k at full level, nominal devices, M x N. */
export function netContributions_A({ inputCount, outputCount, contribution_A }: Signal): Float64Array {
  const net_A = zeros(inputCount * outputCount);
  for (let input = 0; input < inputCount; input++)
    for (let output = 0; output < outputCount; output++)
      net_A[input * outputCount + output] =
        contribution_A[2 * input * outputCount + output]! + contribution_A[(2 * input + 1) * outputCount + output]!;
  return net_A;
}
