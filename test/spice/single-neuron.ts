import { defaultsOf } from "@neurofront/core";
import type {
  AnyDesign,
  Conventions,
  InterconnectModel,
  NeuronCharacter,
  NeuronModel,
  SynapseModel,
} from "@neurofront/core";
import crossbarPlugin from "@neurofront/crossbar";
import memristorPlugin from "@neurofront/paper-generic-memristor";
import { spiceNetlist } from "@neurofront/spice";
import type { SpiceCandidate } from "@neurofront/spice";
import { simulate } from "./ngspice.ts";

const interconnect = crossbarPlugin.models[0] as InterconnectModel;
const synapse = memristorPlugin.models[0] as SynapseModel;

/** One neuron behind one pair of devices, without wires and drivers. */
export interface Drive {
  readonly inputVoltage_V: number;
  /** Sum of the two conductances. */
  readonly columnConductance_S: number;
  /** Current that the pair would deliver into ground, positive towards firing. */
  readonly netCurrent_A: number;
  readonly temperature_K?: number;
  readonly conventions?: Partial<Conventions>;
}

/** What a simulation of one neuron gave, and what the model says. */
export interface SingleNeuron {
  readonly values: ReadonlyMap<string, number>;
  readonly neuron: NeuronCharacter;
}

/** Simulate one decision of one neuron that held the opposite before. */
export async function simulateNeuron(model: NeuronModel, design: AnyDesign, drive: Drive): Promise<SingleNeuron> {
  const candidate = singleNeuron(model, design, drive);
  return {
    neuron: candidate.neuron,
    values: await simulate(spiceNetlist(candidate, { pattern: 0, about: [`* ${model.id} alone`], sources: [] })),
  };
}

function singleNeuron(model: NeuronModel, design: AnyDesign, drive: Drive): SpiceCandidate {
  const { inputVoltage_V, columnConductance_S, netCurrent_A, temperature_K = 300 } = drive;
  const operating = {
    inputVoltage_V,
    temperature_K,
    inputCount: 1,
    outputCount: 1,
    columnConductance_S,
    columnCapacitance_F: 0.5e-15,
    columnCurrent_A: columnConductance_S * inputVoltage_V,
    conventions: { readTiming: "sequential", cmosDelay: "half-cycle", cmosDecision: "cross", ...drive.conventions },
  } as const;
  const neuron = model.characterize(design, operating);
  if (neuron.status === "impossible") throw new Error(neuron.violations.map(({ message }) => message).join("; "));
  const difference_S = netCurrent_A / inputVoltage_V;
  const conductance_S = Float64Array.of(
    (columnConductance_S + difference_S) / 2,
    (columnConductance_S - difference_S) / 2,
  );
  const load = {
    inputCount: 1,
    outputCount: 1,
    conductance_S,
    patterns: Float64Array.of(1),
    patternCount: 1,
    inputVoltage_V,
    neuronInputResistance_ohm: neuron.inputResistance_ohm,
    temperature_K,
    synapsePitch_m: 100e-9,
    synapseCapacitance_F: 0,
    cycle_s: neuron.cycle_s,
  };
  const lines: AnyDesign = {
    ...(defaultsOf(interconnect.parameters) as AnyDesign),
    ...interconnect.presets!["ideal"]!.values,
  } as AnyDesign;
  const solution = interconnect.solve(lines, load);
  if (solution.status === "impossible") throw new Error("a pair without wires must work");
  return {
    models: { neuron: model, synapse, interconnect },
    design: {
      neuron: design,
      synapse: defaultsOf(synapse.parameters) as AnyDesign,
      interconnect: lines,
      inputVoltage_V,
    },
    operating,
    load,
    zeroBias_S: conductance_S,
    neuron,
    solution,
  };
}

/** Duration of the phases of a kind. */
export function phase_s({ phases }: NeuronCharacter, kind: NeuronCharacter["phases"][number]["phase"]): number {
  return phases.filter(({ phase }) => phase === kind).reduce((sum, { duration_s }) => sum + duration_s, 0);
}

/** Energy on a ledger line. */
export function line_J({ energy }: NeuronCharacter, name: string): number {
  return energy.filter(({ line }) => line === name).reduce((sum, { energy_J }) => sum + energy_J, 0);
}
