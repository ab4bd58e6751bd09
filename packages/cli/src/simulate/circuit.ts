import { randomAt, studyKey } from "@neurofront/core";
import type { ArrayLoad, OperatingPoint, Parameters, SynapseOperating } from "@neurofront/core";
import { choice, integer, quantity } from "@neurofront/plugin-kit";
import type { Device } from "./device.ts";

/** Values of a circuit by declared name. */
export type CircuitValues = Readonly<Record<string, number | string>>;

const assumed = (note: string) => ({ kind: "assumed", note }) as const;
const paper = (note: string) => ({ kind: "paper", note }) as const;

const common = {
  inputVoltage_V: quantity({
    unit: "V",
    meaning: "magnitude of the input level; rows are driven to plus or minus this",
    source: paper("10 mV and 100 mV for spin neurons, 0.5 V for CMOS ones"),
    low: 1e-3,
    high: 1,
    default: 0.1,
    scale: "log",
  }),
  temperature_K: quantity({
    unit: "K",
    meaning: "temperature of every part",
    source: assumed("room temperature"),
    low: 1,
    high: 600,
    default: 300,
  }),
};

const column = (mostLines: number) => ({
  inputCount: integer({
    meaning: "inputs of one neuron, bias included",
    source: paper("25 features, and a bias as the workload characters has"),
    low: 1,
    high: mostLines,
    default: 26,
  }),
  outputCount: integer({
    meaning: "neurons that share the rows",
    source: paper("26 characters"),
    low: 1,
    high: mostLines,
    default: 26,
  }),
  columnCurrent_A: quantity({
    unit: "A",
    meaning: "sum of the magnitudes of the synapse currents of one neuron at the full input level",
    source: paper("section III: 40 uA into one neuron"),
    low: 1e-9,
    high: 1,
    default: 40e-6,
    scale: "log",
  }),
  columnConductance_S: quantity({
    unit: "S",
    meaning: "sum of the synapse conductances on one neuron's column; unless set, columnCurrent / inputVoltage",
    source: { kind: "derived", note: "ohmic synapses, all inputs at the full level" },
    low: 1e-9,
    high: 10,
    default: 40e-6 / 0.1,
    scale: "log",
  }),
});

const NEURON: Parameters = {
  ...common,
  ...column(4096),
  columnCapacitance_F: quantity({
    unit: "F",
    meaning: "capacitance of the neuron's column with its synapses and wires",
    source: { kind: "derived", note: "26 pairs of cells of 0.13 fF: the default crossbar with synapses of 0.11 fF" },
    low: 0,
    high: 1e-9,
    default: 6.8e-15,
  }),
  readTiming: choice({
    options: ["overlapped", "sequential"],
    meaning: "whether a read hides behind the next decision or adds to the delay",
    source: paper("reads overlap"),
    default: "overlapped",
  }),
  cmosDelay: choice({
    options: ["half-cycle", "cycle"],
    meaning: "delay of a continuous-time CMOS neuron: half the clock period or all of it",
    source: paper("its energy-delay product implies half a cycle"),
    default: "half-cycle",
  }),
  cmosDecision: choice({
    options: ["cross", "settle"],
    meaning: "whether a CMOS amplifier has decided when crossing the inverter's threshold or when settled to 3 %",
    source: assumed("as studies do"),
    default: "cross",
  }),
};

const SYNAPSE: Parameters = {
  ...common,
  age_s: quantity({
    unit: "s",
    meaning: "time since programming",
    source: assumed("just programmed"),
    low: 0,
    high: 1e10,
    default: 0,
  }),
};

/** Lines of an array that is solved in a sweep within seconds. */
const MOST_LINES = 128;

const INTERCONNECT: Parameters = {
  ...common,
  ...column(MOST_LINES),
  onOffRatio: quantity({
    unit: "1",
    meaning: "largest over smallest conductance of a synapse",
    source: assumed("10 to 300 uS"),
    low: 1.01,
    high: 1e6,
    default: 30,
    scale: "log",
  }),
  summingNode: choice({
    options: ["clamped", "floating"],
    meaning: "whether the neuron holds its column by its input resistance or senses the voltage of the floating column",
    source: paper("clamped"),
    default: "clamped",
  }),
  neuronInputResistance_ohm: quantity({
    unit: "ohm",
    meaning: "input resistance of a neuron that clamps its column",
    source: paper("60 ohm of the domain-wall neuron"),
    low: 0,
    high: 1e9,
    default: 60,
  }),
  synapsePitch_m: quantity({
    unit: "m",
    meaning: "electrical pitch of a cell along each line",
    source: assumed("twice a wire of 50 nm"),
    low: 1e-9,
    high: 1e-4,
    default: 100e-9,
    scale: "log",
  }),
  synapseCapacitance_F: quantity({
    unit: "F",
    meaning: "capacitance of one synapse to the crossing lines",
    source: assumed("50 nm lines that cross on 5 nm of HfO2"),
    low: 0,
    high: 1e-12,
    default: 0.11e-15,
  }),
  cycle_s: quantity({
    unit: "s",
    meaning: "cycle of one decision, over which leakage is charged",
    source: paper("1 ns"),
    low: 1e-12,
    high: 1e-3,
    default: 1e-9,
    scale: "log",
  }),
  seed: integer({
    meaning: "of the random weights and input patterns",
    source: assumed("any"),
    low: 0,
    high: 4_294_967_295,
    default: 0,
  }),
};

/** What can be set about the circuit around a device. */
export function circuitDeclarations(role: Device["role"]): Parameters {
  return { neuron: NEURON, synapse: SYNAPSE, interconnect: INTERCONNECT }[role];
}

/** Every value of a circuit: what is set, and the defaults; of column current and conductance one follows from the other. */
export function completeCircuit(role: Device["role"], set: CircuitValues): CircuitValues {
  const values: Record<string, number | string> = {};
  for (const [name, { default: own }] of Object.entries(circuitDeclarations(role))) values[name] = set[name] ?? own;
  if (role === "synapse") return values;
  const inputVoltage_V = values["inputVoltage_V"] as number;
  if (set["columnConductance_S"] === undefined)
    values["columnConductance_S"] = (values["columnCurrent_A"] as number) / inputVoltage_V;
  else if (set["columnCurrent_A"] === undefined)
    values["columnCurrent_A"] = (values["columnConductance_S"] as number) * inputVoltage_V;
  return values;
}

/** Values of the circuit by the names a study would write. */
export function circuitByKey(
  role: Device["role"],
  values: CircuitValues,
): [key: string, name: string, value: number | string][] {
  return Object.entries(circuitDeclarations(role)).map(([name, declaration]) => [
    studyKey(name, declaration),
    name,
    values[name]!,
  ]);
}

const number = (values: CircuitValues, name: string): number => values[name] as number;

/** The circuit of a neuron. */
export function neuronCircuit(values: CircuitValues): OperatingPoint {
  return {
    inputVoltage_V: number(values, "inputVoltage_V"),
    temperature_K: number(values, "temperature_K"),
    inputCount: number(values, "inputCount"),
    outputCount: number(values, "outputCount"),
    columnConductance_S: number(values, "columnConductance_S"),
    columnCapacitance_F: number(values, "columnCapacitance_F"),
    columnCurrent_A: number(values, "columnCurrent_A"),
    conventions: {
      readTiming: values["readTiming"] as OperatingPoint["conventions"]["readTiming"],
      cmosDelay: values["cmosDelay"] as OperatingPoint["conventions"]["cmosDelay"],
      cmosDecision: values["cmosDecision"] as OperatingPoint["conventions"]["cmosDecision"],
    },
  };
}

/** The circuit of a synapse. */
export function synapseCircuit(values: CircuitValues): SynapseOperating {
  return { inputVoltage_V: number(values, "inputVoltage_V"), temperature_K: number(values, "temperature_K") };
}

/** Input patterns that an interconnect is solved for. */
const PATTERNS = 26;

/** An array of random weights, uniform in [-1, 1], whose columns have the wanted conductance on average, and random bipolar inputs. */
export function arrayLoad(values: CircuitValues): ArrayLoad {
  const inputCount = number(values, "inputCount");
  const outputCount = number(values, "outputCount");
  const least = 1 / number(values, "onOffRatio");
  const random = randomAt(number(values, "seed"), "simulate", "array");
  const conductance_S = new Float64Array(2 * inputCount * outputCount);
  let sum = 0;
  for (let input = 0; input < inputCount; input++)
    for (let output = 0; output < outputCount; output++) {
      const weight = 2 * random.uniform() - 1;
      const positive = least + (1 - least) * Math.max(weight, 0);
      const negative = least + (1 - least) * Math.max(-weight, 0);
      conductance_S[2 * input * outputCount + output] = positive;
      conductance_S[(2 * input + 1) * outputCount + output] = negative;
      sum += positive + negative;
    }
  const scale_S = (number(values, "columnConductance_S") * outputCount) / sum;
  return {
    inputCount,
    outputCount,
    conductance_S: conductance_S.map((value) => value * scale_S),
    patterns: Float64Array.from({ length: PATTERNS * inputCount }, () => (random.uniform() < 0.5 ? -1 : 1)),
    patternCount: PATTERNS,
    inputVoltage_V: number(values, "inputVoltage_V"),
    neuronInputResistance_ohm:
      values["summingNode"] === "floating" ? Number.POSITIVE_INFINITY : number(values, "neuronInputResistance_ohm"),
    temperature_K: number(values, "temperature_K"),
    synapsePitch_m: number(values, "synapsePitch_m"),
    synapseCapacitance_F: number(values, "synapseCapacitance_F"),
    cycle_s: number(values, "cycle_s"),
  };
}
