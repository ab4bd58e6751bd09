import type { Dimension, RandomStream } from "@neurofront/core";
import { settleInactive, snap } from "../space.ts";
import { gapToNext } from "./gap.ts";

/** How a differential child takes its step. */
export interface DifferentialSettings {
  /** Factor on the difference of two members. */
  readonly factor: number;
  /** Chance that a coordinate is taken from the step rather than from the target. */
  readonly crossover: number;
}

/**
 * DE/rand/1/bin (Storn and Price, J. Global Optim. 11, 341 (1997)): base plus a multiple of the difference of two others, crossed
 * with a target coordinate by coordinate; one coordinate is always taken. A coordinate that would leave the cube lands between
 * the base and the bound that it would cross. Categories are taken from the base whole.
 */
export function differentialBinomialChild(
  dimensions: readonly Dimension[],
  target: Float64Array,
  [base, plus, minus]: readonly [Float64Array, Float64Array, Float64Array],
  { factor, crossover }: DifferentialSettings,
  random: RandomStream,
): Float64Array {
  const child = target.slice();
  const certain = child.length === 0 ? 0 : random.integer(child.length);
  // Of taking and leaving, the rarer is drawn.
  const isTakingRare = crossover < 0.5;
  const rare = isTakingRare ? crossover : 1 - crossover;
  let next = gapToNext(rare, random);
  for (let k = 0; k < child.length; k++) {
    const isRare = k === next;
    if (isRare) next += 1 + gapToNext(rare, random);
    if (isRare !== isTakingRare && k !== certain) continue;
    const dimension = dimensions[k]!;
    const from = base[k]!;
    if (dimension.kind === "category") {
      child[k] = from;
      continue;
    }
    const moved = from + factor * (plus[k]! - minus[k]!);
    child[k] = snap(
      dimension,
      moved < 0 ? from * random.uniform() : moved > 1 ? from + (1 - from) * random.uniform() : moved,
    );
  }
  return settleInactive(dimensions, child);
}
