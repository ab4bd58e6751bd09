import type {
  ArrayLoad,
  ArraySolution,
  InterconnectModel,
  NeuronCharacter,
  NeuronModel,
  OperatingPoint,
  SpiceNeuron,
  SpiceSubcircuit,
  SynapseModel,
  TechnologyDesign,
} from "@neurofront/core";
import { SpiceError } from "./spice-error.ts";

/** A candidate in its circuit, with what the models say of it. */
export interface SpiceCandidate {
  readonly models: {
    readonly neuron: NeuronModel;
    readonly synapse: SynapseModel;
    readonly interconnect: InterconnectModel;
  };
  readonly design: TechnologyDesign;
  readonly operating: OperatingPoint;
  readonly load: ArrayLoad;
  /** Zero-bias conductance of row r towards neuron j, at index (r * N + j), 2M x N. */
  readonly zeroBias_S: Float64Array;
  readonly neuron: NeuronCharacter;
  readonly solution: ArraySolution;
}

/** The subcircuits of a candidate. */
export interface CandidateSubcircuits {
  readonly neuron: SpiceNeuron;
  readonly synapse: SpiceSubcircuit;
  readonly array: SpiceSubcircuit;
}

/**
 * Ask the models of a candidate for their subcircuits.
 *
 * @param columnCount how many columns of the array to write
 * @throws SpiceError when a model has no SPICE form, or says that the candidate is impossible
 */
export function subcircuitsOf(candidate: SpiceCandidate, columnCount: number): CandidateSubcircuits {
  const { models, design, operating, load } = candidate;
  const without = [models.neuron, models.synapse, models.interconnect].filter((model) => model.spice === undefined);
  if (without.length > 0)
    throw new SpiceError(
      `${without.map(({ role, id }) => `the ${role} ${id}`).join(" and ")} cannot be written as a netlist: the model has no SPICE form`,
    );
  const neuron = models.neuron.spice!(design.neuron, operating, candidate.solution.settling_s);
  if (neuron.status === "impossible") throw impossible(neuron.violations);
  const synapse = models.synapse.spice!(design.synapse, operating);
  const array = models.interconnect.spice!(design.interconnect, load, {
    subcircuit: synapse.name,
    conductance_S: candidate.zeroBias_S,
    columnCount,
    columnCapacitance: !neuron.carriesColumnCapacitance,
  });
  if (array.status === "impossible") throw impossible(array.violations);
  return { neuron, synapse, array };
}

/** The error for a candidate without an answer. */
export function impossible(violations: readonly { readonly message: string }[]): SpiceError {
  return new SpiceError(`the candidate is impossible: ${violations.map(({ message }) => message).join("; ")}`);
}
