import type { Dimension, RandomStream } from "@neurofront/core";
import { isActive, settleInactive, snap } from "../space.ts";
import { polynomialMutation } from "./polynomial-mutation.ts";

const MUTATION_INDEX = 20;

/** A point that differs in one active dimension, a category to any value, others by a small step. */
export function neighbour(dimensions: readonly Dimension[], point: Float64Array, random: RandomStream): Float64Array {
  const next = Float64Array.from(point);
  const active = [...dimensions.keys()].filter((k) => isActive(dimensions, point, k));
  const k = active[random.integer(active.length)];
  if (k === undefined) return next;
  const dimension = dimensions[k]!;
  next[k] = snap(
    dimension,
    dimension.kind === "category" ? random.uniform() : polynomialMutation(point[k]!, MUTATION_INDEX, random),
  );
  return settleInactive(dimensions, next);
}
