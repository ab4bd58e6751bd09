import type {
  ChoiceParameter,
  IntegerParameter,
  InterconnectModel,
  NeuronModel,
  OptimizerModel,
  Parameters,
  Plugin,
  Preset,
  QuantityParameter,
  SynapseModel,
  View,
  WorkloadModel,
} from "@neurofront/core";

/** Declare a real parameter; the name it stands under must end in the unit. Scale is linear unless said. */
export function quantity(
  declaration: Omit<QuantityParameter, "kind" | "scale"> & { readonly scale?: "linear" | "log" },
): QuantityParameter {
  return { kind: "quantity", scale: "linear", ...declaration };
}

/** Declare a whole-number parameter. */
export function integer(declaration: Omit<IntegerParameter, "kind">): IntegerParameter {
  return { kind: "integer", ...declaration };
}

/** Declare a choice among names. */
export function choice<const Option extends string>(
  declaration: Omit<ChoiceParameter<Option>, "kind">,
): ChoiceParameter<Option> {
  return { kind: "choice", ...declaration };
}

/** A neuron model whose functions know the types of its own parameters. */
export function defineNeuron<const P extends Parameters>(model: Omit<NeuronModel<P>, "role">): NeuronModel<P> {
  return { role: "neuron", ...model };
}

/** A synapse model. */
export function defineSynapse<const P extends Parameters>(model: Omit<SynapseModel<P>, "role">): SynapseModel<P> {
  return { role: "synapse", ...model };
}

/** An interconnect model. */
export function defineInterconnect<const P extends Parameters>(
  model: Omit<InterconnectModel<P>, "role">,
): InterconnectModel<P> {
  return { role: "interconnect", ...model };
}

/** A workload. */
export function defineWorkload<const P extends Parameters>(model: Omit<WorkloadModel<P>, "role">): WorkloadModel<P> {
  return { role: "workload", ...model };
}

/** An optimizer. */
export function defineOptimizer<const P extends Parameters>(model: Omit<OptimizerModel<P>, "role">): OptimizerModel<P> {
  return { role: "optimizer", ...model };
}

/** A view whose function knows the types of its own settings; annotate the design and the circuit it computes from. */
export function defineView<P extends Parameters, Operating, const S extends Parameters>(
  view: View<P, Operating, S>,
): View<P, Operating> {
  return view;
}

/** Presets of a parameter declaration, checked against it. */
export function definePresets<P extends Parameters>(
  _parameters: P,
  presets: Readonly<Record<string, Preset<P>>>,
): Readonly<Record<string, Preset<P>>> {
  return presets;
}

/** A plugin: what a package exports by default. */
export function definePlugin(plugin: Plugin): Plugin {
  return plugin;
}
