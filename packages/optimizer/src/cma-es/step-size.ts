import type { LearningRates } from "./learning-rates.ts";

/** Cumulative step-size adaptation: the step size grows while successive steps of the mean point the same way. */
export class StepSize {
  #value: number;
  readonly #path: Float64Array;
  #generation = 0;

  constructor(initial: number, size: number) {
    this.#value = initial;
    this.#path = new Float64Array(size);
  }

  get value(): number {
    return this.#value;
  }

  /**
   * @param whitenedStep step of the mean over the step size, its shape taken out
   * @returns whether the path is so long that the covariance's own path should wait
   */
  adapt(rates: LearningRates, whitenedStep: Float64Array): boolean {
    const { path, damping, effective, expectedLength } = rates;
    const n = this.#path.length;
    const gain = Math.sqrt(path * (2 - path) * effective);
    let square = 0;
    for (let i = 0; i < n; i++) {
      this.#path[i] = (1 - path) * this.#path[i]! + gain * whitenedStep[i]!;
      square += this.#path[i]! ** 2;
    }
    this.#generation++;
    const length = Math.sqrt(square);
    // Without a number there is nothing to adapt to.
    if (n > 0) this.#value *= Math.exp(Math.min(1, (path / damping) * (length / expectedLength - 1)));
    const settled = Math.sqrt(1 - (1 - path) ** (2 * this.#generation));
    return length / settled >= (1.4 + 2 / (n + 1)) * expectedLength;
  }
}
