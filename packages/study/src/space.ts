import { partParameters } from "@neurofront/core";
import type {
  AnyDesign,
  Dimension,
  ResolvedParameter,
  ResolvedPart,
  ResolvedTechnology,
  TechnologyDesign,
} from "@neurofront/core";

/** The search space of one technology: what is free, and the way from the unit cube to a design in SI. */
export interface Space {
  /** Where each dimension goes, for example `neuron.length_m`; in the order of the coordinates. */
  readonly names: readonly string[];
  readonly dimensions: readonly Dimension[];
  /** @param coordinates one in [0, 1) per dimension */
  decode(coordinates: ArrayLike<number>): TechnologyDesign;
}

/** Collect the searched parameters of a technology; all others keep their values. */
export function searchSpace(technology: ResolvedTechnology): Space {
  const names: string[] = [];
  const dimensions: Dimension[] = [];
  const addSearched = (
    name: string,
    parameter: ResolvedParameter,
    dimension: Dimension,
  ): ((coordinates: ArrayLike<number>) => number | string) => {
    const index = dimensions.push(dimension) - 1;
    names.push(name);
    return (coordinates) => decodeOne(parameter, coordinates[index]!);
  };
  const addParameters = (
    prefix: string,
    parameters: readonly (readonly [name: string, parameter: ResolvedParameter])[],
  ): ((coordinates: ArrayLike<number>) => AnyDesign) => {
    const searched = parameters.flatMap(([name, parameter]) => {
      const dimension = dimensionOf(parameter);
      return dimension === undefined ? [] : [[name, addSearched(prefix + name, parameter, dimension)] as const];
    });
    const held: AnyDesign = Object.fromEntries(parameters.map(([name, { value = 0 }]) => [name, value]));
    return (coordinates) => {
      const design: Record<string, number | string> = { ...held };
      for (const [name, decode] of searched) design[name] = decode(coordinates);
      return design;
    };
  };
  const addPart = (role: string, part: ResolvedPart) => addParameters(`${role}.`, partParameters(part));
  const neuron = addPart("neuron", technology.neuron);
  const synapse = addPart("synapse", technology.synapse);
  const interconnect = addPart("interconnect", technology.interconnect);
  const inputVoltage = addParameters("", [["inputVoltage_V", technology.inputVoltage_V]]);
  const training =
    technology.training === undefined ? undefined : addParameters("training.", Object.entries(technology.training));
  return {
    names,
    dimensions,
    decode: (coordinates) => ({
      neuron: neuron(coordinates),
      synapse: synapse(coordinates),
      interconnect: interconnect(coordinates),
      inputVoltage_V: inputVoltage(coordinates)["inputVoltage_V"] as number,
      ...(training === undefined ? {} : { training: training(coordinates) }),
    }),
  };
}

function dimensionOf(parameter: ResolvedParameter): Dimension | undefined {
  if (parameter.range?.steps !== undefined) return { kind: "integer", count: parameter.range.steps };
  if (parameter.range !== undefined) return { kind: "real" };
  if (parameter.integers !== undefined)
    return { kind: "integer", count: parameter.integers.high - parameter.integers.low + 1 };
  if (parameter.choice !== undefined) return { kind: "category", count: parameter.choice.length };
  return undefined;
}

function decodeOne({ range, integers, choice }: ResolvedParameter, coordinate: number): number | string {
  if (range !== undefined) {
    const { steps } = range;
    return atShare(range, steps === undefined ? coordinate : partOf(coordinate, steps) / (steps - 1));
  }
  if (integers !== undefined) return integers.low + partOf(coordinate, integers.high - integers.low + 1);
  return choice![partOf(coordinate, choice!.length)]!;
}

/** The value at a share of a range, 0 to 1. */
export function atShare({ low, high, scale }: NonNullable<ResolvedParameter["range"]>, share: number): number {
  if (share === 1) return high;
  return scale === "log" ? low * (high / low) ** share : low + share * (high - low);
}

/** Which of `count` equal parts of [0, 1) a coordinate lies in. */
function partOf(coordinate: number, count: number): number {
  return Math.min(Math.floor(coordinate * count), count - 1);
}
