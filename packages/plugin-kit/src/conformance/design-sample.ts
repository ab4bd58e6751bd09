import { randomAt } from "@neurofront/core";
import type { Design, Parameter, Parameters, RandomStream } from "@neurofront/core";
import { presetsOf, problemOfValue } from "./parameters.ts";
import type { Declared } from "./parameters.ts";

/** Corners of the parameter ranges are tried all while there are at most this many; beyond, as many at random. */
const CORNERS = 64;
const DIGITS = 4;

/** A design, with what it is called when it is not any design. */
export interface TitledDesign {
  readonly title: string | undefined;
  readonly design: Design;
}

/** A value at `share` in [0, 1) of a range, rounded so that people can read it in a finding. */
export function valueAt(parameter: Parameter, share: number): number | string {
  if (parameter.kind === "choice")
    return (
      parameter.options[Math.min(Math.floor(share * parameter.options.length), parameter.options.length - 1)] ?? ""
    );
  const { low, high } = parameter;
  if (parameter.kind === "integer") return Math.min(low + Math.floor(share * (high - low + 1)), high);
  const value = parameter.scale === "log" && low > 0 ? low * (high / low) ** share : low + share * (high - low);
  return Math.min(Math.max(Number(value.toPrecision(DIGITS)), low), high);
}

/** Where a value lies in its range: the inverse of {@link valueAt} but for rounding. */
export function shareOf(parameter: Parameter, value: number): number {
  if (parameter.kind === "choice") return 0;
  const { low, high } = parameter;
  if (parameter.kind === "quantity" && parameter.scale === "log" && low > 0)
    return Math.log(value / low) / Math.log(high / low);
  return (value - low) / (high - low);
}

/** The default, or the middle of the range where the default itself is not legal. */
function legalDefault(parameter: Parameter): number | string {
  return problemOfValue(parameter, parameter.default) === undefined ? parameter.default : valueAt(parameter, 0.5);
}

/** One value for every parameter. */
function design(parameters: Parameters, valueOf: (parameter: Parameter, name: string) => number | string): Design {
  return Object.fromEntries(
    Object.entries(parameters).map(([name, parameter]) => [name, valueOf(parameter, name)]),
  ) as Design;
}

/** The defaults, then each preset over the defaults. */
export function namedDesigns({ model }: Declared): TitledDesign[] {
  const defaults = design(model.parameters, legalDefault);
  const presets = Object.entries(presetsOf(model)).map(([name, { values }]) => ({
    title: `preset "${name}" over the defaults`,
    design: design(model.parameters, (parameter, parameterName) => {
      const value = values[parameterName];
      return problemOfValue(parameter, value) === undefined ? (value as number | string) : defaults[parameterName]!;
    }),
  }));
  return [{ title: "the defaults", design: defaults }, ...presets];
}

/**
 * Latin hypercube (McKay, Beckman and Conover, Technometrics 21, 239 (1979)): each of `dimensions` columns visits each of
 * `count` equal parts of [0, 1) once.
 */
export function latinHypercube(count: number, dimensions: number, random: RandomStream): number[][] {
  const columns = Array.from({ length: dimensions }, () => {
    const parts = Array.from({ length: count }, (_, k) => k);
    for (let k = count - 1; k > 0; k--) {
      const other = random.integer(k + 1);
      [parts[k], parts[other]] = [parts[other]!, parts[k]!];
    }
    return parts.map((part) => (part + random.uniform()) / count);
  });
  return Array.from({ length: count }, (_, k) => columns.map((column) => column[k]!));
}

/** Designs at the ends of the ranges: one parameter at an end, then the corners of all. */
export function extremeDesigns({ model }: Declared): TitledDesign[] {
  const { parameters } = model;
  const names = Object.keys(parameters);
  const single = names.flatMap((name) =>
    endsOf(parameters[name]!).map((end) => ({
      title: `the defaults but ${name} = ${end}`,
      design: design(parameters, (parameter, other) => (other === name ? end : legalDefault(parameter))),
    })),
  );
  const all = 2 ** names.length;
  const random = randomAt(0, "conformance-corners", model.id);
  const corners = Array.from({ length: Math.min(all, CORNERS) }, (_, corner) => ({
    title: undefined,
    design: design(parameters, (parameter, name) => {
      const isHigh =
        all <= CORNERS || corner < 2
          ? ((all <= CORNERS ? corner >> names.indexOf(name) : corner) & 1) === 1
          : random.uniform() < 0.5;
      const ends = endsOf(parameter);
      return isHigh ? ends.at(-1)! : ends[0]!;
    }),
  }));
  return [...single, ...corners];
}

function endsOf(parameter: Parameter): (number | string)[] {
  if (parameter.kind === "choice") return parameter.options.length > 0 ? [...parameter.options] : [""];
  return [parameter.low, parameter.high];
}

/** The design at a point of the unit cube, one coordinate a parameter. */
export function designAt({ model }: Declared, point: readonly number[]): Design {
  const names = Object.keys(model.parameters);
  return design(model.parameters, (parameter, name) => valueAt(parameter, point[names.indexOf(name)]!));
}
