import type { Dimension, RandomStream } from "@neurofront/core";
import { coordinateOf, partOf, settleInactive, snap } from "../space.ts";
import { gapToNext } from "./gap.ts";
import { polynomialMutation } from "./polynomial-mutation.ts";
import { simulatedBinaryCrossover } from "./sbx.ts";

/** Halves of chance drawn at once. */
const COINS = 30;

/** How children differ from their parents. */
export interface VariationSettings {
  /** Chance that a child has two parents rather than one. */
  readonly crossoverProbability: number;
  readonly crossoverIndex: number;
  /** Coordinates of a child that mutate, on average. */
  readonly mutatedCoordinates: number;
  readonly mutationIndex: number;
}

/** One child: crossover of two parents in half of the coordinates, then mutation. */
export function vary(
  dimensions: readonly Dimension[],
  first: Float64Array,
  second: Float64Array,
  settings: VariationSettings,
  random: RandomStream,
): Float64Array {
  const child = first.slice();
  if (random.uniform() < settings.crossoverProbability) {
    let coins = 0;
    for (let k = 0; k < child.length; k++) {
      if (k % COINS === 0) coins = random.integer(2 ** COINS);
      if ((coins >>> (k % COINS)) & 1)
        child[k] = cross(dimensions[k]!, first[k]!, second[k]!, settings.crossoverIndex, random);
    }
  }
  const probability = settings.mutatedCoordinates / dimensions.length;
  for (let k = gapToNext(probability, random); k < child.length; k += 1 + gapToNext(probability, random))
    child[k] = mutate(dimensions[k]!, child[k]!, settings.mutationIndex, random);
  return settleInactive(dimensions, child);
}

/** Reals and integers by simulated binary crossover, integers rounded to their part; categories are handed on whole. */
export function cross(
  dimension: Dimension,
  first: number,
  second: number,
  index: number,
  random: RandomStream,
): number {
  if (dimension.kind === "category") return second;
  return snap(dimension, simulatedBinaryCrossover(first, second, index, random));
}

/** A real moves by polynomial mutation; an integer too, by at least one; a category becomes any other. */
export function mutate(dimension: Dimension, value: number, index: number, random: RandomStream): number {
  if (dimension.kind === "real") return snap(dimension, polynomialMutation(value, index, random));
  const { count } = dimension;
  if (count === 1) return value;
  const part = partOf(count, value);
  if (dimension.kind === "category") {
    const other = random.integer(count - 1);
    return coordinateOf(count, other < part ? other : other + 1);
  }
  const moved = partOf(count, polynomialMutation(value, index, random));
  if (moved !== part) return coordinateOf(count, moved);
  const step = part === 0 || (part < count - 1 && random.uniform() < 0.5) ? 1 : -1;
  return coordinateOf(count, part + step);
}
