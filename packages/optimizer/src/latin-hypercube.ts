import type { Dimension, RandomStream } from "@neurofront/core";
import { settleInactive, snap } from "./space.ts";

/**
 * A Latin hypercube: in every dimension each of `count` equal parts of [0, 1) holds one point (McKay, Beckman and Conover,
 * Technometrics 21, 239 (1979)). The values of a category or an integer come up equally often within two.
 *
 * @param randomOf the stream of a dimension, so that one more dimension leaves the others as they are
 */
export function latinHypercube(
  dimensions: readonly Dimension[],
  count: number,
  randomOf: (dimension: number) => RandomStream,
): Float64Array[] {
  const points = Array.from({ length: count }, () => new Float64Array(dimensions.length));
  for (const [k, dimension] of dimensions.entries()) {
    const random = randomOf(k);
    const parts = Array.from({ length: count }, (_, part) => part);
    for (let i = count - 1; i > 0; i--) {
      const j = random.integer(i + 1);
      [parts[i], parts[j]] = [parts[j]!, parts[i]!];
    }
    for (const [i, point] of points.entries()) point[k] = snap(dimension, (parts[i]! + random.uniform()) / count);
  }
  for (const point of points) settleInactive(dimensions, point);
  return points;
}
