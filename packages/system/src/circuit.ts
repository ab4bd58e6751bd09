import type {
  Answer,
  ArrayLoad,
  Conventions,
  InterconnectModel,
  NeuronCharacter,
  NeuronModel,
  OperatingPoint,
  PreparedWorkload,
  SynapseCharacter,
  SynapseModel,
  TechnologyDesign,
  TrainedLayer,
} from "@neurofront/core";
import { weightMappingOf } from "@neurofront/core";
import { activityOf } from "./ideal-activity.ts";
import type { LayerActivity } from "./ideal-activity.ts";
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
  /** Level of the inputs over the one for which the synapses were programmed; 1 when absent. */
  readonly inputVoltageFactor?: number;
}

/** One layer of a candidate put together under the workload: what its array has to be solved with. */
export interface Circuit {
  readonly trained: TrainedLayer;
  readonly activity: LayerActivity;
  readonly layer: MappedLayer;
  readonly operating: OperatingPoint;
  readonly neuron: NeuronCharacter;
  readonly load: ArrayLoad;
}

/** A candidate put together under the workload. */
export interface CandidateCircuits {
  readonly synapse: SynapseCharacter;
  /** One for each layer of the workload. */
  readonly circuits: readonly Circuit[];
}

/** Map the weights of the workload onto the candidate's synapses and let its neurons see them, layer by layer. */
export function circuitsOf(
  models: TechnologyModels,
  candidate: TechnologyDesign,
  context: CircuitContext,
): Answer<CandidateCircuits> {
  const { workload } = context;
  const synapse = models.synapse.characterize(candidate.synapse, {
    inputVoltage_V: candidate.inputVoltage_V,
    temperature_K: context.noise.temperature_K,
  });
  if (synapse.status === "impossible") return synapse;
  const activity = activityOf(workload);
  const circuits: Circuit[] = [];
  for (const [index, trained] of workload.layers.entries()) {
    const circuit = circuitOf(models, candidate, context, synapse, trained, activity[index]!);
    if (circuit.status === "impossible") return circuit;
    circuits.push(circuit);
  }
  return { status: "ok", synapse, circuits };
}

function circuitOf(
  models: TechnologyModels,
  candidate: TechnologyDesign,
  context: CircuitContext,
  synapse: SynapseCharacter,
  trained: TrainedLayer,
  activity: LayerActivity,
): Answer<Circuit> {
  const { inputCount, outputCount } = trained;
  const { temperature_K } = context.noise;
  const layer = mapWeights(
    trained,
    models.synapse,
    candidate.synapse,
    synapse,
    { inputVoltage_V: candidate.inputVoltage_V, temperature_K },
    context.age_s,
    weightMappingOf(candidate.interconnect),
  );
  const inputVoltage_V = candidate.inputVoltage_V * (context.inputVoltageFactor ?? 1);
  const operating = {
    inputVoltage_V,
    temperature_K,
    inputCount,
    outputCount,
    columnConductance_S: layer.meanColumnConductance_S,
    columnCapacitance_F: models.interconnect.columnCapacitance_F(candidate.interconnect, {
      inputCount,
      outputCount,
      synapsePitch_m: synapse.pitch_m,
      synapseCapacitance_F: synapse.capacitance_F,
    }),
    columnCurrent_A: layer.meanColumnConductance_S * inputVoltage_V,
    conventions: context.conventions,
  };
  const neuron = models.neuron.characterize(candidate.neuron, operating);
  if (neuron.status === "impossible") return neuron;
  const load = {
    inputCount,
    outputCount,
    conductance_S: layer.conductance_S,
    cellCurrent_A: (index: number, voltage_V: number) =>
      models.synapse.current_A(candidate.synapse, layer.zeroBias_S[index]!, voltage_V),
    ...(trained.positions === 1 ? {} : { windows: { positions: trained.positions, gather: trained.gather.slice() } }),
    patterns: activity.shown.levels.slice(),
    patternCount: activity.shown.count,
    inputVoltage_V,
    neuronInputResistance_ohm: neuron.inputResistance_ohm,
    temperature_K,
    synapsePitch_m: synapse.pitch_m,
    synapseCapacitance_F: synapse.capacitance_F,
    cycle_s: neuron.cycle_s,
    neuronSettlesColumn: neuron.settlesColumn === true || neuron.inputResistance_ohm === Infinity,
  };
  return { status: "ok", trained, activity, layer, operating, neuron, load };
}
