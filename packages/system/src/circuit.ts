import type {
  Answer,
  ArrayLoad,
  Conventions,
  Design,
  InterconnectModel,
  NeuronCharacter,
  NeuronModel,
  OperatingPoint,
  PreparedWorkload,
  SynapseCharacter,
  SynapseModel,
  TechnologyDesign,
} from "@neurofront/core";
import { mapWeights } from "./mapping.ts";
import type { MappedLayer } from "./mapping.ts";

/** The models of one technology. */
export interface TechnologyModels {
  readonly neuron: NeuronModel;
  readonly synapse: SynapseModel;
  readonly interconnect: InterconnectModel;
}

/** What a circuit needs of the study. */
export interface CircuitContext {
  readonly workload: PreparedWorkload;
  readonly conventions: Conventions;
  readonly noise: { readonly temperature_K: number };
  /** Time since the synapses were programmed, >= 0. */
  readonly age_s: number;
}

/** A candidate put together under the workload: what its array has to be solved with. */
export interface Circuit {
  readonly synapse: SynapseCharacter;
  readonly layer: MappedLayer;
  readonly operating: OperatingPoint;
  readonly neuron: NeuronCharacter;
  readonly load: ArrayLoad;
}

/** Map the weights of the workload onto the candidate's synapses and let its neuron see them. */
export function circuitOf(
  models: TechnologyModels,
  candidate: TechnologyDesign,
  context: CircuitContext,
): Answer<Circuit> {
  const { workload, conventions } = context;
  const { inputVoltage_V } = candidate;
  const { temperature_K } = context.noise;
  const synapseDesign = candidate.synapse as Design;
  const synapseOperating = { inputVoltage_V, temperature_K };
  const synapse = models.synapse.characterize(synapseDesign, synapseOperating);
  if (synapse.status === "impossible") return synapse;
  const layer = mapWeights(workload, models.synapse, synapseDesign, synapse, synapseOperating, context.age_s);

  const operating = {
    inputVoltage_V,
    temperature_K,
    inputCount: workload.inputCount,
    outputCount: workload.outputCount,
    columnConductance_S: layer.meanColumnConductance_S,
    columnCurrent_A: layer.meanColumnConductance_S * inputVoltage_V,
    conventions,
  };
  const neuron = models.neuron.characterize(candidate.neuron, operating);
  if (neuron.status === "impossible") return neuron;

  const load = {
    inputCount: workload.inputCount,
    outputCount: workload.outputCount,
    conductance_S: layer.conductance_S,
    cellCurrent_A: (index: number, voltage_V: number) =>
      models.synapse.current_A(synapseDesign, layer.zeroBias_S[index]!, voltage_V),
    patterns: workload.clean.patterns,
    patternCount: workload.clean.count,
    inputVoltage_V,
    neuronInputResistance_ohm: neuron.inputResistance_ohm,
    temperature_K,
    synapsePitch_m: synapse.pitch_m,
    synapseCapacitance_F: synapse.capacitance_F,
    cycle_s: neuron.cycle_s,
  };
  return { status: "ok", synapse, layer, operating, neuron, load };
}
