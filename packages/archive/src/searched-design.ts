import { partParameters } from "@neurofront/core";
import type { AnyDesign, ResolvedPart, ResolvedStudy, ResolvedTechnology, TechnologyDesign } from "@neurofront/core";

/** What stands in the study of the parameters of one part, and not in each of its designs. */
interface Held {
  /** Names of those with a value of their own. */
  readonly fixed: ReadonlySet<string>;
  /** Names of the others. */
  readonly searched: readonly string[];
  /** A value for every name, in the order of the study; 0 for those that are searched. */
  readonly template: AnyDesign;
}

type HeldParts = Readonly<Record<"neuron" | "synapse" | "interconnect", Held>>;

/** The designs of a study without what is the same for all of a technology, and whole again. */
export class SearchedDesigns {
  readonly #technologies: ReadonlyMap<string, { readonly resolved: ResolvedTechnology; readonly held: HeldParts }>;

  constructor(study: ResolvedStudy) {
    this.#technologies = new Map(
      study.technologies.map((resolved) => {
        const { name, neuron, synapse, interconnect } = resolved;
        const held = { neuron: heldOf(neuron), synapse: heldOf(synapse), interconnect: heldOf(interconnect) };
        return [name, { resolved, held }];
      }),
    );
  }

  /** The searched parameters of a design; those with a value of their own stand in the study. */
  searchedPart(design: TechnologyDesign, search: string): TechnologyDesign {
    const held = this.#of(search)?.held;
    return held === undefined ? design : withParts(design, (role, values) => searchedOf(held[role], values));
  }

  /** The whole design again, every parameter in the order of the study. */
  wholeDesign(searched: TechnologyDesign, search: string): TechnologyDesign {
    const held = this.#of(search)?.held;
    return held === undefined ? searched : withParts(searched, (role, values) => wholeOf(held[role], values));
  }

  /** A design with the neuron's fidelity that an assessment was made at; the study's lowest one stands where nothing else is said. */
  atFidelity(design: TechnologyDesign, search: string, fidelity: string | undefined): TechnologyDesign {
    if (fidelity === undefined || this.#of(search)?.resolved.fidelities === undefined) return design;
    return { ...design, neuron: { ...design.neuron, fidelity } };
  }

  #of(search: string) {
    return this.#technologies.get(search.slice(0, search.indexOf("/")));
  }
}

function heldOf(part: ResolvedPart): Held {
  const parameters = partParameters(part);
  const isFixed = ([, { value }]: (typeof parameters)[number]): boolean => value !== undefined;
  return {
    fixed: new Set(parameters.filter(isFixed).map(([name]) => name)),
    searched: parameters.filter((one) => !isFixed(one)).map(([name]) => name),
    template: Object.fromEntries(parameters.map(([name, { value = 0 }]) => [name, value])),
  };
}

function withParts(
  { neuron, synapse, interconnect, inputVoltage_V, training }: TechnologyDesign,
  change: (role: keyof HeldParts, values: AnyDesign) => AnyDesign,
): TechnologyDesign {
  return {
    neuron: change("neuron", neuron),
    synapse: change("synapse", synapse),
    interconnect: change("interconnect", interconnect),
    inputVoltage_V,
    ...(training === undefined ? {} : { training }),
  };
}

function searchedOf({ fixed }: Held, values: AnyDesign): AnyDesign {
  const searched: Record<string, number | string> = {};
  for (const name in values) if (!fixed.has(name)) searched[name] = values[name]!;
  return searched;
}

function wholeOf({ searched, template }: Held, values: AnyDesign): AnyDesign {
  const whole: Record<string, number | string> = { ...template };
  for (const name of searched) whole[name] = values[name]!;
  return whole;
}
