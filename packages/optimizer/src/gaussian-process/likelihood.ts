import { factorise, inverse, solveLower, solveUpper } from "./cholesky.ts";
import type { EncodedPoint, FeatureMap } from "./feature-map.ts";
import {
  categoryFactor,
  hyperparameterCount,
  kernelOf,
  matern,
  maternSlope,
  scaledPoints,
  squaredDistance,
} from "./kernel.ts";
import type { Hyperparameters, Kernel, ScaledPoints } from "./kernel.ts";

/** Observations of one quantity. */
export interface Observations {
  readonly map: FeatureMap;
  readonly points: readonly EncodedPoint[];
  /** Values about zero with a spread of about one. */
  readonly values: Float64Array;
  /** Variance of the error of each value, not zero. */
  readonly noise: Float64Array;
}

/** Mean and spread of the logarithm of each hyperparameter before anything is known. */
export interface Prior {
  readonly means: Float64Array;
  readonly deviations: Float64Array;
}

/**
 * Length scales log-normal about a median that grows as the root of the number of dimensions, so that a space of many dimensions
 * is not taken for rough (Hvarfner, Hellsten and Nardi, ICML 2024, PMLR 235, 20793); weights and variance about 1.
 */
export function priorOf(map: FeatureMap): Prior {
  const count = hyperparameterCount(map);
  const means = new Float64Array(count);
  const deviations = new Float64Array(count).fill(1);
  const dimensions = map.lengthScaleCount + map.categoryCount;
  means.fill(Math.SQRT2 + 0.5 * Math.log(dimensions), 0, map.lengthScaleCount);
  deviations.fill(Math.sqrt(3), 0, map.lengthScaleCount);
  return { means, deviations };
}

/** The lower triangle of the covariance of observations, noise included, in rows of `stride`. */
export function covariance(kernel: Kernel, points: ScaledPoints, noise: Float64Array, stride: number): Float64Array {
  const { featureCount } = kernel.map;
  const { count, features, categories } = points;
  const matrix = new Float64Array(stride * stride);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++)
      matrix[i * stride + j] =
        categoryFactor(kernel, categories, i, categories, j) *
        matern(squaredDistance(featureCount, features, i, features, j));
    matrix[i * stride + i] = kernel.variance + noise[i]!;
  }
  return matrix;
}

/**
 * Minus the logarithm of the marginal likelihood times the prior, without constants, and its gradient (Rasmussen and Williams,
 * Gaussian Processes for Machine Learning, MIT Press 2006, equations 5.8 and 5.9).
 *
 * @param gradient is overwritten
 * @returns Infinity where the covariance is not positive definite in double precision
 */
export function negativeLogPosterior(
  { map, points, values, noise }: Observations,
  prior: Prior,
  hyperparameters: Hyperparameters,
  gradient: Float64Array,
): number {
  const size = values.length;
  const kernel = kernelOf(map, hyperparameters);
  const scaled = scaledPoints(kernel, points);
  const factor = covariance(kernel, scaled, noise, size);
  if (!factorise(factor, size)) return Infinity;
  const alpha = Float64Array.from(values);
  solveLower(factor, size, size, alpha);
  let value = 0;
  for (let i = 0; i < size; i++) value += 0.5 * alpha[i]! ** 2 + Math.log(factor[i * size + i]!);
  solveUpper(factor, size, size, alpha);
  gradient.fill(0);
  addLikelihoodGradient(kernel, scaled, alpha, inverse(factor, size, size), gradient);
  for (let k = 0; k < hyperparameters.length; k++) {
    const deviation = (hyperparameters[k]! - prior.means[k]!) / prior.deviations[k]!;
    value += 0.5 * deviation * deviation;
    gradient[k] = gradient[k]! + deviation / prior.deviations[k]!;
  }
  return value;
}

/** Half the trace of (K^-1 - alpha alpha^T) times the derivative of K, for every hyperparameter. */
function addLikelihoodGradient(
  kernel: Kernel,
  { count, features, categories }: ScaledPoints,
  alpha: Float64Array,
  inverted: Float64Array,
  gradient: Float64Array,
): void {
  const { featureCount, lengthScaleCount, lengthScaleOf, categoryCount } = kernel.map;
  const last = gradient.length - 1;
  for (let i = 0; i < count; i++) {
    for (let j = 0; j < i; j++) {
      const weight = inverted[i * count + j]! - alpha[i]! * alpha[j]!;
      const distance = squaredDistance(featureCount, features, i, features, j);
      const factor = weight * categoryFactor(kernel, categories, i, categories, j);
      const slope = -2 * factor * maternSlope(distance);
      for (let f = 0; f < featureCount; f++) {
        const difference = features[i * featureCount + f]! - features[j * featureCount + f]!;
        gradient[lengthScaleOf[f]!] = gradient[lengthScaleOf[f]!]! + slope * difference * difference;
      }
      const share = factor * matern(distance);
      for (let c = 0; c < categoryCount; c++)
        if (categories[i * categoryCount + c] !== categories[j * categoryCount + c])
          gradient[lengthScaleCount + c] = gradient[lengthScaleCount + c]! - share * kernel.weights[c]!;
      gradient[last] = gradient[last]! + share;
    }
    gradient[last] = gradient[last]! + 0.5 * (inverted[i * count + i]! - alpha[i]! ** 2) * kernel.variance;
  }
}
