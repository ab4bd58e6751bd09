import type { ResolvedParameter, ResolvedTechnology } from "./archive.ts";
import type { TechnologyDesign } from "./assessment.ts";
import { partParameters } from "./part-parameters.ts";

/** A free parameter of a technology. */
export interface SearchedParameter {
  /** Where it stands in a design, for example `neuron.length_m` or `inputVoltage_V`. */
  readonly name: string;
  readonly parameter: ResolvedParameter;
}

const ROLES = ["neuron", "synapse", "interconnect"] as const;

/** The free parameters of a technology, in the order of the coordinates of its candidates. */
export function searchedParameters(technology: ResolvedTechnology): SearchedParameter[] {
  const all = ROLES.flatMap((role) =>
    partParameters(technology[role]).map(([name, parameter]) => ({ name: `${role}.${name}`, parameter })),
  );
  return [...all, { name: "inputVoltage_V", parameter: technology.inputVoltage_V }].filter(
    ({ parameter }) => parameter.value === undefined,
  );
}

/** The value of a free parameter in a design. */
export function searchedValue(design: TechnologyDesign, name: string): number | string {
  const [role, own] = placeOf(name);
  return role === undefined ? design.inputVoltage_V : design[role][own]!;
}

/** The design with another value of one free parameter. */
export function withSearchedValue(design: TechnologyDesign, name: string, value: number | string): TechnologyDesign {
  const [role, own] = placeOf(name);
  if (role === undefined) return { ...design, inputVoltage_V: value as number };
  return { ...design, [role]: { ...design[role], [own]: value } };
}

function placeOf(name: string): readonly [role: (typeof ROLES)[number] | undefined, own: string] {
  const role = ROLES.find((each) => name.startsWith(`${each}.`));
  return [role, role === undefined ? name : name.slice(role.length + 1)];
}
