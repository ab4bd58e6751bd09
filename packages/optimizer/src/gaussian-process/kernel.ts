import type { EncodedPoint, FeatureMap } from "./feature-map.ts";

const SQRT5 = Math.sqrt(5);

/**
 * Hyperparameters of the covariance: the logarithms of the length scales, then of the weights of the categories, at last of the
 * variance of the signal.
 */
export type Hyperparameters = Float64Array;

/** Number of hyperparameters for a space. */
export function hyperparameterCount(map: FeatureMap): number {
  return map.lengthScaleCount + map.categoryCount + 1;
}

/** Points whose features are divided by the length scales, ready for distances. */
export interface ScaledPoints {
  readonly count: number;
  /** Row by row. */
  readonly features: Float64Array;
  readonly categories: Int32Array;
}

/** A covariance function with its hyperparameters in place. */
export interface Kernel {
  readonly map: FeatureMap;
  readonly variance: number;
  /** One for each feature. */
  readonly lengthScales: Float64Array;
  /** One for each category: two different values multiply the covariance by exp(-weight). */
  readonly weights: Float64Array;
}

/**
 * Matern covariance of smoothness 5/2 with a length scale for each dimension, times exp(-weight) for each category that differs
 * (Rasmussen and Williams, Gaussian Processes for Machine Learning, MIT Press 2006, equation 4.17; Hamming distance of the
 * categories as in Hutter, Xu, Hoos and Leyton-Brown, Artif. Intell. 206, 79 (2014)).
 */
export function kernelOf(map: FeatureMap, hyperparameters: Hyperparameters): Kernel {
  const scales = map.lengthScaleCount;
  return {
    map,
    variance: Math.exp(hyperparameters.at(-1)!),
    lengthScales: Float64Array.from(map.lengthScaleOf, (scale) => Math.exp(hyperparameters[scale]!)),
    weights: Float64Array.from({ length: map.categoryCount }, (_, c) => Math.exp(hyperparameters[scales + c]!)),
  };
}

/** @param capacity rows to make room for */
export function scaledPoints(kernel: Kernel, points: readonly EncodedPoint[], capacity = points.length): ScaledPoints {
  const { featureCount, categoryCount } = kernel.map;
  const features = new Float64Array(capacity * featureCount);
  const categories = new Int32Array(capacity * categoryCount);
  for (const [i, point] of points.entries()) {
    for (let f = 0; f < featureCount; f++)
      features[i * featureCount + f] = point.features[f]! / kernel.lengthScales[f]!;
    categories.set(point.categories, i * categoryCount);
  }
  return { count: points.length, features, categories };
}

/** The Matern function of a squared distance in units of the length scales; 1 at 0. */
export function matern(square: number): number {
  const s = SQRT5 * Math.sqrt(square);
  return (1 + s + (s * s) / 3) * Math.exp(-s);
}

/** Its derivative by the squared distance. */
export function maternSlope(square: number): number {
  const s = SQRT5 * Math.sqrt(square);
  return (-5 / 6) * (1 + s) * Math.exp(-s);
}

/** Squared distance of row `i` of one set and row `j` of another. */
export function squaredDistance(width: number, a: Float64Array, i: number, b: Float64Array, j: number): number {
  let sum = 0;
  for (let f = 0; f < width; f++) {
    const difference = a[i * width + f]! - b[j * width + f]!;
    sum += difference * difference;
  }
  return sum;
}

/** Signal variance times the factor of the categories that differ. */
export function categoryFactor(kernel: Kernel, a: Int32Array, i: number, b: Int32Array, j: number): number {
  const { weights } = kernel;
  const width = weights.length;
  if (width === 0) return kernel.variance;
  let sum = 0;
  for (let c = 0; c < width; c++) if (a[i * width + c] !== b[j * width + c]) sum += weights[c]!;
  return sum === 0 ? kernel.variance : kernel.variance * Math.exp(-sum);
}
