import type { TechnologyDesign } from "@neurofront/core";

/** The same design with another fidelity of its neuron; as it is where the technology has but one. */
export function designAtFidelity(design: TechnologyDesign, fidelity: string | undefined): TechnologyDesign {
  return fidelity === undefined ? design : { ...design, neuron: { ...design.neuron, fidelity } };
}
