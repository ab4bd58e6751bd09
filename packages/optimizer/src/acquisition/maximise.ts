import type { Dimension, RandomStream } from "@neurofront/core";
import { descend } from "../bounded-descent.ts";
import { latinHypercube } from "../latin-hypercube.ts";
import { coordinateOf, isActive, partOf, settleInactive, snap } from "../space.ts";

/** A function of points of the cube, -Infinity where it has no value. */
export interface Worthwhile {
  at(point: Float64Array, gradient?: Float64Array): number;
}

/** Where to look, one interval for each dimension. */
export interface Region {
  readonly low: Float64Array;
  readonly high: Float64Array;
}

const STARTS = 512;
const REFINED = 8;
/** Share of the starts that lie near designs that are good. */
const NEAR = 0.5;
/** Standard deviations of the steps from them. */
const STEPS = [0.2, 0.05, 0.01];
const LIMITS = { iterations: 30, gradientTolerance: 1e-4 };
/** Values of an integer tried around the present one. */
const INTEGER_STEPS = [-3, -1, 1, 3];
const ROUNDS = 2;
/** The largest coordinate a descent may reach: coordinates lie below 1. */
const LARGEST = 1 - 2 ** -53;

/**
 * The best point found for a function with gradients: a Latin hypercube and points near good designs to begin with, from the
 * best of them descents in the real dimensions, in turn with steps in the integers and categories.
 *
 * @param good designs near which it is worth to look; may be empty
 */
export function maximise(
  dimensions: readonly Dimension[],
  worth: Worthwhile,
  good: readonly Float64Array[],
  region: Region,
  random: RandomStream,
): Float64Array {
  const nearCount = good.length === 0 ? 0 : Math.round(NEAR * STARTS);
  const starts = latinHypercube(dimensions, STARTS - nearCount, () => random).map((point) => {
    for (let k = 0; k < point.length; k++)
      if (dimensions[k]!.kind !== "category")
        point[k] = snap(dimensions[k]!, region.low[k]! + point[k]! * (region.high[k]! - region.low[k]!));
    return settleInactive(dimensions, point);
  });
  for (let k = 0; k < nearCount; k++) starts.push(near(dimensions, good[k % good.length]!, region, random));
  const ranked = starts
    .map((point) => ({ point, value: worth.at(point) }))
    .toSorted((a, b) => (a.value === b.value ? 0 : b.value > a.value ? 1 : -1))
    .slice(0, REFINED);
  let best = ranked[0]!;
  for (const start of ranked) {
    const found = refine(dimensions, worth, start, region);
    if (found.value > best.value) best = found;
  }
  return best.point;
}

interface Valued {
  readonly point: Float64Array;
  readonly value: number;
}

/** A few coordinates of a design moved. */
function near(
  dimensions: readonly Dimension[],
  design: Float64Array,
  { low, high }: Region,
  random: RandomStream,
): Float64Array {
  const step = STEPS[random.integer(STEPS.length)]!;
  const chance = Math.min(1, 4 / dimensions.length);
  const point = design.map((x, k) => {
    if (random.uniform() >= chance) return Math.min(Math.max(x, low[k]!), high[k]!);
    const dimension = dimensions[k]!;
    if (dimension.kind === "category") return snap(dimension, random.uniform());
    return snap(dimension, Math.min(Math.max(x + step * random.normal(), low[k]!), high[k]!));
  });
  return settleInactive(
    dimensions,
    Float64Array.from(point, (x, k) => snap(dimensions[k]!, x)),
  );
}

function refine(dimensions: readonly Dimension[], worth: Worthwhile, start: Valued, region: Region): Valued {
  let best = start;
  const hasParts = dimensions.some(({ kind }) => kind !== "real");
  for (let round = 0; round < (hasParts ? ROUNDS : 1); round++) {
    const before = best.value;
    best = refineReals(dimensions, worth, best, region);
    if (hasParts) best = refineParts(dimensions, worth, best);
    if (round > 0 && !(best.value > before + 1e-3)) break;
  }
  return best;
}

function refineReals(dimensions: readonly Dimension[], worth: Worthwhile, start: Valued, region: Region): Valued {
  const moved = [...dimensions.keys()].filter(
    (k) => dimensions[k]!.kind === "real" && isActive(dimensions, start.point, k),
  );
  if (moved.length === 0) return start;
  const point = Float64Array.from(start.point);
  const slopes = new Float64Array(point.length);
  const found = descend(
    (x, gradient) => {
      for (const [place, k] of moved.entries()) point[k] = x[place]!;
      const value = worth.at(point, slopes);
      for (const [place, k] of moved.entries()) gradient[place] = -slopes[k]!;
      return -value;
    },
    Float64Array.from(moved, (k) => start.point[k]!),
    Float64Array.from(moved, (k) => region.low[k]!),
    Float64Array.from(moved, (k) => Math.min(region.high[k]!, LARGEST)),
    LIMITS,
  );
  if (!(-found.value > start.value)) return start;
  for (const [place, k] of moved.entries()) point[k] = found.point[place]!;
  return { point, value: -found.value };
}

/** Every other value of each category and a few of each integer, one dimension after the other. */
function refineParts(dimensions: readonly Dimension[], worth: Worthwhile, start: Valued): Valued {
  let best = start;
  for (const [k, dimension] of dimensions.entries()) {
    if (dimension.kind === "real" || !isActive(dimensions, best.point, k)) continue;
    const { count } = dimension;
    const part = partOf(count, best.point[k]!);
    const others =
      dimension.kind === "category"
        ? Array.from({ length: count }, (_, each) => each)
        : INTEGER_STEPS.map((step) => part + step);
    for (const other of others) {
      if (other === part || other < 0 || other >= count) continue;
      const point = Float64Array.from(best.point);
      point[k] = coordinateOf(count, other);
      settleInactive(dimensions, point);
      const value = worth.at(point);
      if (value > best.value) best = { point, value };
    }
  }
  return best;
}
