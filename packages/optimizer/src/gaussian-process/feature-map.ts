import type { Dimension } from "@neurofront/core";
import { isActive, partOf } from "../space.ts";

/** What an inactive category holds. */
const NO_PART = -1;

/** Points as a covariance function sees them: reals and integers as features with distances, categories as equal or not. */
export interface FeatureMap {
  readonly featureCount: number;
  readonly categoryCount: number;
  /** Number of length scales: one for each real or integer dimension. */
  readonly lengthScaleCount: number;
  /** The length scale of each feature. */
  readonly lengthScaleOf: Int32Array;
  encode(point: ArrayLike<number>): EncodedPoint;
  /** From a gradient by features to one by coordinates, added to `byCoordinate`. */
  addCoordinateGradient(point: ArrayLike<number>, byFeature: Float64Array, byCoordinate: Float64Array): void;
}

export interface EncodedPoint {
  readonly features: Float64Array;
  /** Part of each category, -1 where the category is inactive. */
  readonly categories: Int32Array;
}

/**
 * A dimension that always counts is its own feature. One that counts under a condition lies on a quarter circle with its
 * inactive state at the centre, after the arc kernel of Swersky, Duvenaud, Snoek, Hutter and Osborne, arXiv:1409.4011 (2014): two
 * points in which it is inactive do not differ by it, and one in which it is active is equally far from them at any value. Since
 * this is a map into a Euclidean space, every covariance function of the distance stays positive definite.
 */
export function featureMap(dimensions: readonly Dimension[]): FeatureMap {
  const scaled = [...dimensions.keys()].filter((k) => dimensions[k]!.kind !== "category");
  const categorical = [...dimensions.keys()].filter((k) => dimensions[k]!.kind === "category");
  const hasCondition = (k: number): boolean => dimensions[k]!.activeWhen !== undefined;
  const lengthScaleOf = Int32Array.from(scaled.flatMap((k, scale) => (hasCondition(k) ? [scale, scale] : [scale])));
  const active = (point: ArrayLike<number>, k: number): boolean => isActive(dimensions, point, k);
  return {
    featureCount: lengthScaleOf.length,
    categoryCount: categorical.length,
    lengthScaleCount: scaled.length,
    lengthScaleOf,
    encode(point) {
      const features = new Float64Array(lengthScaleOf.length);
      let place = 0;
      for (const k of scaled) {
        if (!hasCondition(k)) features[place++] = point[k]!;
        else {
          if (active(point, k)) {
            features[place] = Math.cos((Math.PI / 2) * point[k]!);
            features[place + 1] = Math.sin((Math.PI / 2) * point[k]!);
          }
          place += 2;
        }
      }
      const categories = Int32Array.from(categorical, (k) => {
        const dimension = dimensions[k]!;
        return dimension.kind === "category" && active(point, k) ? partOf(dimension.count, point[k]!) : NO_PART;
      });
      return { features, categories };
    },
    addCoordinateGradient(point, byFeature, byCoordinate) {
      let place = 0;
      for (const k of scaled) {
        if (!hasCondition(k)) byCoordinate[k] = byCoordinate[k]! + byFeature[place++]!;
        else {
          if (active(point, k)) {
            const angle = (Math.PI / 2) * point[k]!;
            const along = byFeature[place + 1]! * Math.cos(angle) - byFeature[place]! * Math.sin(angle);
            byCoordinate[k] = byCoordinate[k]! + (Math.PI / 2) * along;
          }
          place += 2;
        }
      }
    },
  };
}
