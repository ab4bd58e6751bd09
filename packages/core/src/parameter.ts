import type { Provenance } from "./provenance.ts";
import { unitSuffix } from "./units.ts";
import type { Unit } from "./units.ts";

/**
 * One declaration of a design parameter. Schema, search range, documentation and axis labels all come from it.
 * The name under which it stands carries the unit: `width_m` with unit `"m"`; a study writes `"width": "20 nm"`.
 */
export type Parameter = QuantityParameter | IntegerParameter | ChoiceParameter;

/** A real number in the SI unit `unit`, legal in [low, high]. */
export interface QuantityParameter {
  readonly kind: "quantity";
  readonly unit: Unit;
  readonly meaning: string;
  readonly source: Provenance;
  readonly low: number;
  readonly high: number;
  readonly default: number;
  /** How a search samples the range; `log` needs low > 0. */
  readonly scale: "linear" | "log";
  /** A supply voltage of the circuit: corners of a study move it. */
  readonly isSupply?: true;
}

/** A whole number, legal in [low, high]. */
export interface IntegerParameter {
  readonly kind: "integer";
  readonly meaning: string;
  readonly source: Provenance;
  readonly low: number;
  readonly high: number;
  readonly default: number;
}

/** One of a few named ways. */
export interface ChoiceParameter<Option extends string = string> {
  readonly kind: "choice";
  readonly options: readonly Option[];
  readonly meaning: string;
  readonly source: Provenance;
  readonly default: Option;
}

/** Declarations by name. */
export type Parameters = Readonly<Record<string, Parameter>>;

/** The value a parameter takes. */
type ParameterValue<P extends Parameter> = P extends ChoiceParameter<infer Option> ? Option : number;

/** The values a model computes with: numbers in SI, choices as their names. */
export type Design<P extends Parameters = Parameters> = {
  readonly [Name in keyof P]: ParameterValue<P[Name]>;
};

/** A design whose declarations are not known statically, as archives and the runner hold it. */
export type AnyDesign = Readonly<Record<string, number | string>>;

/** Named values for some of the parameters, with where they come from. */
export interface Preset<P extends Parameters = Parameters> {
  readonly title: string;
  readonly source: Provenance;
  readonly values: Partial<Design<P>>;
}

/** Every default of the declarations. */
export function defaultsOf<P extends Parameters>(parameters: P): Design<P> {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, parameter.default]),
  ) as Design<P>;
}

/** The key under which a study file writes the parameter: the name without its unit suffix. */
export function studyKey(name: string, parameter: Parameter): string {
  if (parameter.kind !== "quantity") return name;
  const suffix = unitSuffix(parameter.unit);
  return suffix !== "" && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
}
