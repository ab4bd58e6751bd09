import { partParameters } from "@neurofront/core";
import type { AnyDesign, ResolvedParameter, ResolvedPart, ResolvedStudy, TechnologyDesign } from "@neurofront/core";

/** The searched parameters of a design; those with a value of their own stand in the study. */
export function searchedPart(design: TechnologyDesign, search: string, study: ResolvedStudy): TechnologyDesign {
  const technology = technologyOf(search, study);
  if (technology === undefined) return design;
  const searched = (part: ResolvedPart, values: AnyDesign): AnyDesign => {
    const parameters = new Map(partParameters(part));
    return Object.fromEntries(Object.entries(values).filter(([name]) => isSearched(parameters.get(name))));
  };
  return {
    neuron: searched(technology.neuron, design.neuron),
    synapse: searched(technology.synapse, design.synapse),
    interconnect: searched(technology.interconnect, design.interconnect),
    inputVoltage_V: design.inputVoltage_V,
    ...(design.training === undefined ? {} : { training: design.training }),
  };
}

/** The whole design again, every parameter in the order of the study. */
export function wholeDesign(searched: TechnologyDesign, search: string, study: ResolvedStudy): TechnologyDesign {
  const technology = technologyOf(search, study);
  if (technology === undefined) return searched;
  const whole = (part: ResolvedPart, values: AnyDesign): AnyDesign =>
    Object.fromEntries(partParameters(part).map(([name, parameter]) => [name, parameter.value ?? values[name]!]));
  return {
    neuron: whole(technology.neuron, searched.neuron),
    synapse: whole(technology.synapse, searched.synapse),
    interconnect: whole(technology.interconnect, searched.interconnect),
    inputVoltage_V: searched.inputVoltage_V,
    ...(searched.training === undefined ? {} : { training: searched.training }),
  };
}

/** A design with the neuron's fidelity that an assessment was made at; the study's lowest one stands where nothing else is said. */
export function designAtFidelity(
  design: TechnologyDesign,
  search: string,
  fidelity: string | undefined,
  study: ResolvedStudy,
): TechnologyDesign {
  if (fidelity === undefined || technologyOf(search, study)?.fidelities === undefined) return design;
  return { ...design, neuron: { ...design.neuron, fidelity } };
}

function technologyOf(search: string, study: ResolvedStudy) {
  return study.technologies.find(({ name }) => search.startsWith(`${name}/`));
}

function isSearched(parameter: ResolvedParameter | undefined): boolean {
  return parameter === undefined || parameter.value === undefined;
}
