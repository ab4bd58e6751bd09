import type { Dimension, RandomStream } from "@neurofront/core";

/** The largest number below 1: coordinates lie in [0, 1). */
const LARGEST = 1 - 2 ** -53;

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

/** Number of different points; infinite with a real dimension of any width. */
export function pointCount(dimensions: readonly Dimension[]): number {
  return dimensions.reduce(
    (product, dimension) => product * (dimension.kind === "real" ? Infinity : dimension.count),
    1,
  );
}

/** A point drawn uniformly. */
export function uniformPoint(dimensions: readonly Dimension[], random: RandomStream): Float64Array {
  return Float64Array.from(dimensions, (dimension) => snap(dimension, random.uniform()));
}

/** The next point of a finite space in the order of an odometer; after the last comes the first. */
export function nextPoint(dimensions: readonly Dimension[], point: Float64Array): Float64Array {
  const next = Float64Array.from(point);
  for (const [k, dimension] of dimensions.entries()) {
    if (dimension.kind === "real") throw new Error(`dimension ${k} is real: its points cannot be counted`);
    const part = (partOf(dimension.count, next[k]!) + 1) % dimension.count;
    next[k] = coordinateOf(dimension.count, part);
    if (part !== 0) break;
  }
  return next;
}
