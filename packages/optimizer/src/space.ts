import type { Dimension, RandomStream } from "@neurofront/core";

/** The largest number below 1: coordinates lie in [0, 1). */
const LARGEST = 1 - 2 ** -53;
/** What an inactive coordinate holds. */
const INACTIVE = 0.5;

/**
 * A legal coordinate at or next to `value`: integers and categories stand in the middle of their part of [0, 1), so that
 * equal designs have equal coordinates.
 *
 * @param value in [0, 1]
 */
export function snap(dimension: Dimension, value: number): number {
  if (dimension.kind === "real") return Math.min(value, LARGEST);
  return coordinateOf(dimension.count, partOf(dimension.count, value));
}

/** Which of `count` equal parts of [0, 1) holds the coordinate; 1 belongs to the last. */
export function partOf(count: number, coordinate: number): number {
  return Math.min(Math.floor(coordinate * count), count - 1);
}

/** The middle of a part. */
export function coordinateOf(count: number, part: number): number {
  return (part + 0.5) / count;
}

/** Whether a dimension counts at a point: its condition holds, and so does that of the dimension it depends on. */
export function isActive(dimensions: readonly Dimension[], point: ArrayLike<number>, index: number): boolean {
  const condition = dimensions[index]!.activeWhen;
  if (condition === undefined) return true;
  const parent = dimensions[condition.dimension]!;
  if (parent.kind === "real") throw new Error(`dimension ${index} depends on dimension ${condition.dimension}, a real`);
  return (
    condition.parts.includes(partOf(parent.count, point[condition.dimension]!)) &&
    isActive(dimensions, point, condition.dimension)
  );
}

/** Puts every inactive coordinate of a point to the middle of the cube, in place. */
export function settleInactive(dimensions: readonly Dimension[], point: Float64Array): Float64Array {
  for (let k = 0; k < dimensions.length; k++) {
    const dimension = dimensions[k]!;
    if (dimension.activeWhen !== undefined && !isActive(dimensions, point, k)) point[k] = snap(dimension, INACTIVE);
  }
  return point;
}

/** Number of different designs; infinite with a real dimension of any width. */
export function pointCount(dimensions: readonly Dimension[]): number {
  const childrenOf = (parent: number, part: number): number => {
    let product = 1;
    for (const [k, { activeWhen }] of dimensions.entries())
      if (activeWhen?.dimension === parent && activeWhen.parts.includes(part)) product *= choicesOf(k);
    return product;
  };
  const choicesOf = (index: number): number => {
    const dimension = dimensions[index]!;
    if (dimension.kind === "real") return Infinity;
    let sum = 0;
    for (let part = 0; part < dimension.count; part++) sum += childrenOf(index, part);
    return sum;
  };
  let product = 1;
  for (const [k, { activeWhen }] of dimensions.entries()) if (activeWhen === undefined) product *= choicesOf(k);
  return product;
}

/** A point drawn uniformly. */
export function uniformPoint(dimensions: readonly Dimension[], random: RandomStream): Float64Array {
  return settleInactive(
    dimensions,
    Float64Array.from(dimensions, (dimension) => snap(dimension, random.uniform())),
  );
}

/** The next design of a finite space in the order of an odometer whose last wheel turns fastest; after the last comes the first. */
export function nextPoint(dimensions: readonly Dimension[], point: Float64Array): Float64Array {
  const next = Float64Array.from(point);
  // The last wheel turns fastest, so that what depends on a category is gone through before the category changes.
  for (let k = dimensions.length - 1; k >= 0; k--) {
    const dimension = dimensions[k]!;
    if (dimension.kind === "real") throw new Error(`dimension ${k} is real: its points cannot be counted`);
    if (!isActive(dimensions, next, k)) continue;
    const part = (partOf(dimension.count, next[k]!) + 1) % dimension.count;
    next[k] = coordinateOf(dimension.count, part);
    if (part !== 0) break;
  }
  return startInactive(dimensions, point, next);
}

/** Wheels that were inactive and turn now start at their first part. */
function startInactive(dimensions: readonly Dimension[], before: Float64Array, next: Float64Array): Float64Array {
  for (const [k, dimension] of dimensions.entries()) {
    if (dimension.activeWhen === undefined || dimension.kind === "real") continue;
    if (isActive(dimensions, next, k) && !isActive(dimensions, before, k)) next[k] = coordinateOf(dimension.count, 0);
  }
  return settleInactive(dimensions, next);
}
