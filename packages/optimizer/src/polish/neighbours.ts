import type { Dimension } from "@neurofront/core";
import { coordinateOf, isActive, partOf, settleInactive } from "../space.ts";

/** The designs that differ in one integer by one, or in one category; reals that begin to count start in the middle. */
export function neighboursOf(dimensions: readonly Dimension[], point: Float64Array): Float64Array[] {
  return dimensions.flatMap((dimension, k) => {
    if (dimension.kind === "real" || !isActive(dimensions, point, k)) return [];
    const part = partOf(dimension.count, point[k]!);
    const parts =
      dimension.kind === "integer"
        ? [part - 1, part + 1].filter((other) => other >= 0 && other < dimension.count)
        : Array.from({ length: dimension.count }, (_, other) => other).filter((other) => other !== part);
    return parts.map((other) => {
      const neighbour = Float64Array.from(point);
      neighbour[k] = coordinateOf(dimension.count, other);
      return settleInactive(dimensions, neighbour);
    });
  });
}
