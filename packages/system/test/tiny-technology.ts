import { denseLayer, randomAt } from "@neurofront/core";
import type {
  AgedConductance,
  AreaEntry,
  Conventions,
  InterconnectModel,
  LabelledPatterns,
  LedgerEntry,
  NeuronModel,
  OperatingPoint,
  Phase,
  PreparedWorkload,
  TrainedLayer,
  SynapseModel,
  Violation,
} from "@neurofront/core";
import { normalCdf } from "@neurofront/physics";
import type { NoiseSources } from "../src/signal.ts";

/** Models so small that the expected numbers can be written by hand. What is not set costs nothing and disturbs nothing. */
export interface TinyNeuron {
  readonly inputResistance_ohm?: number;
  readonly offsetSpread_V?: number;
  readonly offsetSpread_A?: number;
  /** Standard deviation of the neuron's own noise; 0 is a sharp step. */
  readonly noise_A?: number;
  /** Net current that a neuron needs which still holds the wrong output. */
  readonly threshold_A?: number;
  readonly phases?: readonly Phase[];
  readonly driven_s?: number;
  readonly cycle_s?: number;
  readonly energy?: readonly LedgerEntry[];
  readonly area?: readonly AreaEntry[];
  readonly violations?: readonly Violation[];
}

/** Decides by the sign of the net current, or by its distance from a threshold when it must switch. */
export function tinyNeuron(settings: TinyNeuron = {}): NeuronModel {
  const { noise_A = 0, threshold_A = 0, driven_s = 1e-9 } = settings;
  return {
    role: "neuron",
    id: "tiny-neuron",
    title: "Tiny neuron",
    parameters: {},
    characterize: () => ({
      status: "ok",
      inputResistance_ohm: settings.inputResistance_ohm ?? 0,
      thresholdCurrent_A: threshold_A,
      offsetSpread_V: settings.offsetSpread_V ?? 0,
      offsetSpread_A: settings.offsetSpread_A ?? 0,
      phases: settings.phases ?? [],
      synapsesDriven_s: driven_s,
      cycle_s: settings.cycle_s ?? driven_s,
      energy: settings.energy ?? [],
      area: settings.area ?? [],
      violations: settings.violations ?? [],
      quantities: {},
    }),
    errorProbability(_design, _operating, { netCurrent_A, mustSwitch }) {
      const excess_A = netCurrent_A - (mustSwitch ? threshold_A : -threshold_A);
      if (noise_A > 0) return normalCdf(-excess_A / noise_A);
      return excess_A > 0 ? 0 : excess_A < 0 ? 1 : 0.5;
    },
  };
}

export interface TinySynapse {
  readonly conductanceMin_S?: number;
  readonly conductanceMax_S?: number;
  readonly levels?: number;
  /** Relative to the conductance. */
  readonly spread?: number;
  /** The same for every conductance; added to what `spread` says. */
  readonly spread_S?: number;
  readonly readNoise?: number;
  /** Drift: what a conductance has become; nothing when not set. */
  readonly aged?: (conductance_S: number, age_s: number) => AgedConductance;
  readonly stuckAtMin?: number;
  readonly stuckAtMax?: number;
  /** Current over (G V); 1 is ohmic. */
  readonly bend?: (voltage_V: number) => number;
  readonly violations?: readonly Violation[];
}

/** A resistor, or one whose current bends with the voltage equally for every conductance. */
export function tinySynapse(settings: TinySynapse = {}): SynapseModel {
  return {
    role: "synapse",
    id: "tiny-synapse",
    title: "Tiny synapse",
    parameters: {},
    characterize: () => ({
      status: "ok",
      conductanceMin_S: settings.conductanceMin_S ?? 10e-6,
      conductanceMax_S: settings.conductanceMax_S ?? 300e-6,
      levels: settings.levels ?? Infinity,
      stuckAtMin: settings.stuckAtMin ?? 0,
      stuckAtMax: settings.stuckAtMax ?? 0,
      isSeparable: true,
      area_m2: 1e-14,
      pitch_m: 1e-7,
      capacitance_F: 1e-16,
      violations: settings.violations ?? [],
      quantities: { pitch_m: 1e-7 },
    }),
    programmingSpread_S: (_design, _operating, target_S) =>
      (settings.spread ?? 0) * target_S + (settings.spread_S ?? 0),
    readNoise: () => settings.readNoise ?? 0,
    aged: (_design, _operating, conductance_S, age_s) =>
      settings.aged?.(conductance_S, age_s) ?? { mean_S: conductance_S, spread_S: 0 },
    current_A: (_design, conductance_S, voltage_V) =>
      conductance_S * voltage_V * (settings.bend === undefined ? 1 : settings.bend(voltage_V)),
  };
}

export interface TinyInterconnect {
  readonly copies?: number;
  readonly settling_s?: number;
  readonly energy?: readonly LedgerEntry[];
  readonly area?: readonly AreaEntry[];
  readonly violations?: readonly Violation[];
}

/** Wires and drivers without resistance: column j is a star of conductances into the neuron's input resistance R. */
export function tinyInterconnect(settings: TinyInterconnect = {}): InterconnectModel {
  return {
    role: "interconnect",
    id: "tiny-interconnect",
    title: "Tiny interconnect",
    parameters: {},
    columnCapacitance_F: (_design, { inputCount, synapseCapacitance_F }) => 2 * inputCount * synapseCapacitance_F,
    solve(_design, load) {
      const { inputCount, outputCount, conductance_S, patterns, patternCount, inputVoltage_V } = load;
      const rowCount = 2 * inputCount;
      const resistance_ohm = load.neuronInputResistance_ohm;
      const currentTransfer_S = new Float64Array(conductance_S.length);
      const inputPower_W = new Float64Array(patternCount);
      for (let output = 0; output < outputCount; output++) {
        const column_S = conductance_S.reduce(
          (sum, value, index) => sum + (index % outputCount === output ? value : 0),
          0,
        );
        const floats = resistance_ohm === Infinity;
        const loading = floats ? 1 : 1 / (1 + resistance_ohm * column_S);
        for (let row = 0; row < rowCount; row++)
          currentTransfer_S[row * outputCount + output] = conductance_S[row * outputCount + output]! * loading;
        for (let pattern = 0; pattern < patternCount; pattern++) {
          const level_V = (row: number): number =>
            (row % 2 === 0 ? inputVoltage_V : -inputVoltage_V) * patterns[pattern * inputCount + (row >> 1)]!;
          let current_A = 0;
          for (let row = 0; row < rowCount; row++)
            current_A += level_V(row) * conductance_S[row * outputCount + output]!;
          const node_V = floats ? current_A / column_S : current_A * loading * resistance_ohm;
          for (let row = 0; row < rowCount; row++)
            inputPower_W[pattern]! +=
              level_V(row) * (level_V(row) - node_V) * conductance_S[row * outputCount + output]!;
        }
      }
      return {
        status: "ok",
        ...(settings.copies === undefined ? {} : { copies: settings.copies }),
        currentTransfer_S,
        inputPower_W,
        settling_s: settings.settling_s ?? 0,
        energy: settings.energy ?? [],
        area: settings.area ?? [],
        violations: settings.violations ?? [],
        quantities: {},
      };
    },
  };
}

export const conventions: Conventions = { readTiming: "overlapped", cmosDelay: "half-cycle", cmosDecision: "settle" };

export const operatingPoint: OperatingPoint = {
  inputVoltage_V: 0.01,
  temperature_K: 300,
  inputCount: 9,
  outputCount: 8,
  columnConductance_S: 4e-3,
  columnCapacitance_F: 12.5e-15,
  columnCurrent_A: 40e-6,
  conventions,
};

/** The layer of a network that has one. */
export function onlyLayer({ layers }: PreparedWorkload): TrainedLayer {
  return layers[0]!;
}

/** No noise at all. */
export const noNoise: NoiseSources = {
  deviceSpread: true,
  referenceNoise_V: 0,
  thermalNoise: false,
  temperature_K: 300,
  supplyNoise: 0,
  supplyNoisePer: "chip",
  driverSpread: 0,
};

/** The rows of the Hadamard matrix of order 8, by Sylvester: orthogonal patterns of +1 and -1. */
const hadamard = (row: number, column: number): number => {
  let sign = 1;
  for (let bit = 1; bit < 8; bit <<= 1) if ((row & column & bit) !== 0) sign = -sign;
  return sign;
};

/**
 * Eight orthogonal patterns of eight inputs and a bias, each with its own output. In units of the largest weight the net
 * input is +1 for the output that must fire and -1 for all others. The test patterns have one input inverted each.
 */
export function orthogonalWorkload(): PreparedWorkload {
  const [inputCount, outputCount] = [9, 8];
  const weights = new Float64Array(inputCount * outputCount);
  for (let output = 0; output < outputCount; output++) {
    for (let input = 0; input < 8; input++) weights[input * outputCount + output] = hadamard(output, input) / 4;
    weights[8 * outputCount + output] = -1;
  }
  const bipolar = (flipped: (row: number) => number): LabelledPatterns => ({
    patterns: Float64Array.from({ length: outputCount * inputCount }, (_, index) => {
      const row = Math.floor(index / inputCount);
      const input = index % inputCount;
      return input === 8 ? 1 : hadamard(row, input) * (input === flipped(row) ? -1 : 1);
    }),
    labels: Int32Array.from({ length: outputCount }, (_, row) => row),
    count: outputCount,
  });
  return {
    layers: [denseLayer(weights, outputCount)],
    clean: bipolar(() => -1),
    test: bipolar((row) => (3 * row + 1) % 8),
    quantities: {},
  };
}

/** Weights and unipolar or bipolar patterns at random; nothing is trained. */
export function randomWorkload(seed: number, isBipolar = true): PreparedWorkload {
  const random = randomAt(seed, "random-workload");
  const [inputCount, outputCount, count] = [6, 4, 12];
  const data = (): LabelledPatterns => ({
    patterns: Float64Array.from(
      { length: count * inputCount },
      () => (isBipolar ? 2 : 1) * random.integer(2) - (isBipolar ? 1 : 0),
    ),
    labels: Int32Array.from({ length: count }, () => random.integer(outputCount)),
    count,
  });
  return {
    layers: [
      denseLayer(
        Float64Array.from({ length: inputCount * outputCount }, () => 2 * random.uniform() - 1),
        outputCount,
      ),
    ],
    clean: data(),
    test: data(),
    quantities: {},
  };
}
