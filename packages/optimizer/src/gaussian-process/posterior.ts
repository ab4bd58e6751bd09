import { factorise, solveLower, solveUpper } from "./cholesky.ts";
import type { EncodedPoint } from "./feature-map.ts";
import { categoryFactor, kernelOf, matern, maternSlope, scaledPoints } from "./kernel.ts";
import type { Hyperparameters, Kernel, ScaledPoints } from "./kernel.ts";
import { covariance } from "./likelihood.ts";
import type { Observations } from "./likelihood.ts";

/** Mean and standard deviation of a quantity at a point, and how they change with its features. */
export interface Prediction {
  mean: number;
  deviation: number;
  readonly meanByFeature: Float64Array;
  readonly deviationByFeature: Float64Array;
}

/** Below this share of the signal a variance is rounding. */
const LEAST_VARIANCE_SHARE = 1e-10;

/** A Gaussian process given observations (Rasmussen and Williams, Gaussian Processes for Machine Learning, MIT Press 2006, chapter 2). */
export class Posterior {
  readonly #kernel: Kernel;
  readonly #points: ScaledPoints;
  readonly #capacity: number;
  readonly #factor: Float64Array;
  readonly #alpha: Float64Array;
  readonly #noise: number;
  /** Points in the factor: those observed, then those believed. */
  #size: number;
  readonly #scaled: Float64Array;
  readonly #covariances: Float64Array;
  readonly #slopes: Float64Array;

  /**
   * @param room points that may be believed later
   * @throws Error when the covariance is not positive definite even with a thousandth of the signal as noise
   */
  constructor(observations: Observations, hyperparameters: Hyperparameters, room = 0) {
    const { map, points, values, noise } = observations;
    const count = points.length;
    this.#kernel = kernelOf(map, hyperparameters);
    this.#capacity = count + room;
    this.#points = scaledPoints(this.#kernel, points, this.#capacity);
    this.#noise = noise.reduce((least, each) => Math.min(least, each), 1);
    this.#factor = factorOf(this.#kernel, this.#points, noise, this.#capacity);
    this.#alpha = Float64Array.from(values);
    solveLower(this.#factor, count, this.#capacity, this.#alpha);
    solveUpper(this.#factor, count, this.#capacity, this.#alpha);
    this.#size = count;
    this.#scaled = new Float64Array(map.featureCount);
    this.#covariances = new Float64Array(this.#capacity);
    this.#slopes = new Float64Array(this.#capacity);
  }

  /** An empty prediction, to be filled. */
  blank(): Prediction {
    const { featureCount } = this.#kernel.map;
    return {
      mean: 0,
      deviation: 0,
      meanByFeature: new Float64Array(featureCount),
      deviationByFeature: new Float64Array(featureCount),
    };
  }

  /**
   * Takes a point as observed with its own mean as the value: the mean stays as it is everywhere, the deviation falls around the
   * point (Kriging believer: Ginsbourger, Le Riche and Carraro, in Computational Intelligence in Expensive Optimization Problems,
   * Springer 2010, 131).
   */
  believe(point: EncodedPoint): void {
    const { featureCount, categoryCount } = this.#kernel.map;
    this.#covariancesWith(point);
    const row = this.#covariances.slice(0, this.#size);
    solveLower(this.#factor, this.#size, this.#capacity, row);
    const left = row.reduce((sum, x) => sum - x * x, this.#kernel.variance + this.#noise);
    const place = this.#size * this.#capacity;
    this.#factor.set(row, place);
    this.#factor[place + this.#size] = Math.sqrt(Math.max(left, this.#noise));
    this.#points.features.set(this.#scaled, this.#size * featureCount);
    this.#points.categories.set(point.categories, this.#size * categoryCount);
    this.#size++;
  }

  /** Fills mean and deviation at a point, and their gradients when asked. */
  predict(point: EncodedPoint, into: Prediction, withGradient: boolean): void {
    const { variance, map, lengthScales } = this.#kernel;
    this.#covariancesWith(point);
    const size = this.#size;
    const v = this.#covariances.slice(0, size);
    let mean = 0;
    for (let i = 0; i < this.#alpha.length; i++) mean += v[i]! * this.#alpha[i]!;
    solveLower(this.#factor, size, this.#capacity, v);
    let left = variance;
    for (let i = 0; i < size; i++) left -= v[i]! * v[i]!;
    into.mean = mean;
    into.deviation = Math.sqrt(Math.max(left, LEAST_VARIANCE_SHARE * variance));
    if (!withGradient) return;
    solveUpper(this.#factor, size, this.#capacity, v);
    into.meanByFeature.fill(0);
    into.deviationByFeature.fill(0);
    const { featureCount } = map;
    const { features } = this.#points;
    const isFlat = left <= LEAST_VARIANCE_SHARE * variance;
    for (let i = 0; i < size; i++) {
      const byMean = i < this.#alpha.length ? this.#alpha[i]! * this.#slopes[i]! : 0;
      const byDeviation = isFlat ? 0 : (-v[i]! * this.#slopes[i]!) / into.deviation;
      for (let f = 0; f < featureCount; f++) {
        const difference = 2 * (this.#scaled[f]! - features[i * featureCount + f]!);
        into.meanByFeature[f] = into.meanByFeature[f]! + byMean * difference;
        into.deviationByFeature[f] = into.deviationByFeature[f]! + byDeviation * difference;
      }
    }
    for (let f = 0; f < featureCount; f++) {
      into.meanByFeature[f] = into.meanByFeature[f]! / lengthScales[f]!;
      into.deviationByFeature[f] = into.deviationByFeature[f]! / lengthScales[f]!;
    }
  }

  /** Covariances of a point with all in the factor, and their derivatives by the squared distance. */
  #covariancesWith(point: EncodedPoint): void {
    const { map, lengthScales } = this.#kernel;
    const { featureCount } = map;
    const { features, categories } = this.#points;
    const scaled = this.#scaled;
    for (let f = 0; f < featureCount; f++) scaled[f] = point.features[f]! / lengthScales[f]!;
    for (let i = 0; i < this.#size; i++) {
      let distance = 0;
      for (let f = 0; f < featureCount; f++) {
        const difference = scaled[f]! - features[i * featureCount + f]!;
        distance += difference * difference;
      }
      const factor = categoryFactor(this.#kernel, point.categories, 0, categories, i);
      this.#covariances[i] = factor * matern(distance);
      this.#slopes[i] = factor * maternSlope(distance);
    }
  }
}

/** With more noise, ten times each time, where rounding leaves the covariance indefinite. */
function factorOf(kernel: Kernel, points: ScaledPoints, noise: Float64Array, stride: number): Float64Array {
  for (let extra = 0; extra <= 1e-3 * kernel.variance; extra = Math.max(10 * extra, 1e-8 * kernel.variance)) {
    const matrix = covariance(
      kernel,
      points,
      noise.map((each) => each + extra),
      stride,
    );
    if (factorise(matrix, points.count, stride)) return matrix;
  }
  throw new Error(`the covariance of ${points.count} observations is not positive definite`);
}
