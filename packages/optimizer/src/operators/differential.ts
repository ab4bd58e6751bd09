import type { Dimension, RandomStream } from "@neurofront/core";
import { mirrored } from "./mirrored.ts";
import { settleInactive, snap } from "../space.ts";

/** Range of the factor on the difference, drawn for each child. */
const LEAST_FACTOR = 0.3;
const LARGEST_FACTOR = 0.9;
/** Chance that a coordinate takes part. */
const TAKEN = 0.9;

/**
 * A child moved by the difference of two others (DE/current-to-rand, Storn and Price, J. Global Optim. 11, 341 (1997)): the
 * step has the direction and the size of the population's own spread, so it follows a narrow curved valley, such as the edge
 * of a constraint, which coordinate-wise crossover leaves at every step.
 *
 * Categories are taken from `base` whole. A coordinate that would leave the cube is reflected back into it.
 */
export function differentialChild(
  dimensions: readonly Dimension[],
  current: Float64Array,
  [base, plus, minus]: readonly [Float64Array, Float64Array, Float64Array],
  random: RandomStream,
): Float64Array {
  const factor = LEAST_FACTOR + (LARGEST_FACTOR - LEAST_FACTOR) * random.uniform();
  const towards = random.uniform();
  const child = current.slice();
  for (let k = 0; k < child.length; k++) {
    const dimension = dimensions[k]!;
    const isTaken = random.uniform() < TAKEN;
    if (!isTaken) continue;
    if (dimension.kind === "category") {
      if (random.uniform() < towards) child[k] = base[k]!;
      continue;
    }
    const moved = current[k]! + towards * (base[k]! - current[k]!) + factor * (plus[k]! - minus[k]!);
    child[k] = snap(dimension, mirrored(moved));
  }
  return settleInactive(dimensions, child);
}
