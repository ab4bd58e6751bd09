import type { LearningRates } from "./learning-rates.ts";
import { symmetricEigen } from "./symmetric-eigen.ts";

/** Squared ratio of the longest to the shortest axis beyond which a distribution has degenerated. */
const LARGEST_CONDITION = 1e14;

/** The shape of the search distribution, adapted by the steps that succeeded and, negatively, by those that failed. */
export class Covariance {
  readonly #size: number;
  readonly #matrix: Float64Array;
  readonly #path: Float64Array;
  /** Eigenvectors in columns, and lengths of the axes. */
  #basis: Float64Array;
  readonly #axes: Float64Array;
  #sinceRefresh = 0;
  #isDegenerate = false;

  constructor(size: number) {
    this.#size = size;
    this.#matrix = identity(size);
    this.#basis = identity(size);
    this.#path = new Float64Array(size);
    this.#axes = new Float64Array(size).fill(1);
  }

  /** Whether the axes differ so much that rounding spoils the distribution. */
  get isDegenerate(): boolean {
    return this.#isDegenerate;
  }

  deviation(k: number): number {
    return Math.sqrt(this.#matrix[k * this.#size + k]!);
  }

  longestAxis(): number {
    return this.#axes.reduce((longest, axis) => Math.max(longest, axis), 0);
  }

  /** A step whose standard normal coordinates along the axes are `normal`. */
  step(normal: Float64Array): Float64Array {
    const n = this.#size;
    const step = new Float64Array(n);
    for (let j = 0; j < n; j++) {
      const along = normal[j]! * this.#axes[j]!;
      for (let i = 0; i < n; i++) step[i]! += this.#basis[i * n + j]! * along;
    }
    return step;
  }

  /** The vector of a step with its shape taken out, its direction kept. */
  whitened(normal: Float64Array): Float64Array {
    const n = this.#size;
    const vector = new Float64Array(n);
    for (let i = 0; i < n; i++) {
      let sum = 0;
      for (let j = 0; j < n; j++) sum += this.#basis[i * n + j]! * normal[j]!;
      vector[i] = sum;
    }
    return vector;
  }

  /**
   * @param meanStep step of the mean over the step size
   * @param isStalled whether the step size is about to grow so fast that the path should wait
   * @param steps by rank, best first, and the squared lengths of their normal vectors
   */
  adapt(
    rates: LearningRates,
    meanStep: Float64Array,
    isStalled: boolean,
    steps: readonly Float64Array[],
    squaredLengths: readonly number[],
  ): void {
    const n = this.#size;
    const { covariancePath, rankOne, rankMany, weights, effective } = rates;
    const gain = isStalled ? 0 : Math.sqrt(covariancePath * (2 - covariancePath) * effective);
    for (let i = 0; i < n; i++) this.#path[i] = (1 - covariancePath) * this.#path[i]! + gain * meanStep[i]!;
    const sum = weights.reduce((total, weight) => total + weight, 0);
    const stalled = isStalled ? rankOne * covariancePath * (2 - covariancePath) : 0;
    const kept = 1 - rankOne - rankMany * sum + stalled;
    for (let i = 0; i < n; i++)
      for (let j = 0; j <= i; j++)
        this.#matrix[i * n + j] = kept * this.#matrix[i * n + j]! + rankOne * this.#path[i]! * this.#path[j]!;
    for (const [rank, step] of steps.entries()) {
      const weight = weights[rank]!;
      // A failed step counts as if it had the expected length, so that the matrix stays positive definite.
      const scale = rankMany * (weight >= 0 ? weight : (weight * n) / squaredLengths[rank]!);
      for (let i = 0; i < n; i++) {
        const scaled = scale * step[i]!;
        for (let j = 0; j <= i; j++) this.#matrix[i * n + j]! += scaled * step[j]!;
      }
    }
    this.#sinceRefresh++;
    if (this.#sinceRefresh * 10 * n * (rankOne + rankMany) >= 1) this.#refresh();
  }

  #refresh(): void {
    this.#sinceRefresh = 0;
    const { values, vectors } = symmetricEigen(this.#matrix, this.#size);
    this.#basis = vectors;
    let least = Infinity;
    let largest = 0;
    for (let j = 0; j < this.#size; j++) {
      least = Math.min(least, values[j]!);
      largest = Math.max(largest, values[j]!);
      this.#axes[j] = Math.sqrt(Math.max(values[j]!, 0));
    }
    this.#isDegenerate = !(largest <= LARGEST_CONDITION * least);
  }
}

function identity(size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let k = 0; k < size; k++) matrix[k * size + k] = 1;
  return matrix;
}
