import type { Boxes } from "@neurofront/pareto";
import { normalLogarithms } from "../normal-logarithms.ts";
import type { NormalLogarithms } from "../normal-logarithms.ts";

/** A logarithm and its derivatives by the mean and the deviation of each objective. */
export interface LogImprovement {
  value: number;
  readonly byMean: Float64Array;
  readonly byDeviation: Float64Array;
}

/** The levels of one objective that bound boxes, and what is known at them for a mean and a deviation. */
interface Levels {
  readonly at: Float64Array;
  readonly logarithms: NormalLogarithms[];
}

/**
 * Logarithm of the expected hypervolume improvement by a point with independent normal objectives, exact: the sum over the boxes
 * of the non-dominated space of products of expected lengths (Emmerich, Deutz and Klinkenberg, IEEE CEC 2011, 2147; Yang, Emmerich,
 * Deutz and Back, J. Glob. Optim. 75, 3 (2019)), each kept as a logarithm (Ament, Daulton, Eriksson, Balandat and Bakshy, NeurIPS
 * 2023), so that it has a slope where the number itself is 0. With one objective it is the logarithm of the expected improvement
 * (Jones, Schonlau and Welch, J. Glob. Optim. 13, 455 (1998)).
 */
export class ExpectedImprovement {
  readonly #width: number;
  readonly #count: number;
  readonly #levels: readonly Levels[];
  /** Index of the level of each bound; -1 for a low one at -Infinity. */
  readonly #low: Int32Array;
  readonly #high: Int32Array;
  /** Logarithm of the expected length of each box in each objective, and of each whole box. */
  readonly #lengths: Float64Array;
  readonly #terms: Float64Array;

  constructor({ count, low, high }: Boxes) {
    this.#count = count;
    this.#width = high.length / count;
    const width = this.#width;
    this.#low = new Int32Array(low.length);
    this.#high = new Int32Array(high.length);
    this.#levels = Array.from({ length: width }, (_, m) => {
      const bounds = new Set<number>();
      for (let k = m; k < high.length; k += width) for (const bound of [low[k]!, high[k]!]) bounds.add(bound);
      bounds.delete(-Infinity);
      const at = Float64Array.from(bounds);
      const indexOf = new Map(Array.from(at, (bound, index) => [bound, index]));
      for (let k = m; k < high.length; k += width) {
        this.#low[k] = indexOf.get(low[k]!) ?? -1;
        this.#high[k] = indexOf.get(high[k]!)!;
      }
      return { at, logarithms: Array.from(at, () => ({ density: 0, integral: 0, secondIntegral: 0 })) };
    });
    this.#lengths = new Float64Array(high.length);
    this.#terms = new Float64Array(count);
  }

  get objectiveCount(): number {
    return this.#width;
  }

  /**
   * @param means one for each objective
   * @param deviations above 0
   */
  evaluate(means: ArrayLike<number>, deviations: ArrayLike<number>, into: LogImprovement, withGradient: boolean): void {
    const width = this.#width;
    for (let m = 0; m < width; m++) {
      const { at, logarithms } = this.#levels[m]!;
      for (let k = 0; k < at.length; k++) normalLogarithms((at[k]! - means[m]!) / deviations[m]!, logarithms[k]!);
    }
    let largest = -Infinity;
    for (let box = 0; box < this.#count; box++) {
      let term = 0;
      for (let m = 0; m < width; m++) {
        const length = this.#logLength(box * width + m, m);
        this.#lengths[box * width + m] = length;
        term += length;
      }
      this.#terms[box] = term;
      if (term > largest) largest = term;
    }
    into.byMean.fill(0);
    into.byDeviation.fill(0);
    into.value = largest;
    if (largest === -Infinity) return;
    let sum = 0;
    for (let box = 0; box < this.#count; box++) sum += Math.exp(this.#terms[box]! - largest);
    const total = largest + Math.log(sum);
    into.value = total;
    for (let m = 0; m < width; m++) into.value += Math.log(deviations[m]!);
    if (withGradient) this.#addGradient(total, deviations, into);
  }

  /** Logarithm of the expected length of a box below the high bound that a point leaves, in units of the deviation. */
  #logLength(bound: number, objective: number): number {
    const { logarithms } = this.#levels[objective]!;
    const high = logarithms[this.#high[bound]!]!.secondIntegral;
    const index = this.#low[bound]!;
    if (index < 0) return high;
    return high + Math.log(-Math.expm1(logarithms[index]!.secondIntegral - high));
  }

  #addGradient(total: number, deviations: ArrayLike<number>, into: LogImprovement): void {
    const width = this.#width;
    for (let box = 0; box < this.#count; box++) {
      const weight = Math.exp(this.#terms[box]! - total);
      if (weight < 1e-12) continue;
      for (let m = 0; m < width; m++) {
        const bound = box * width + m;
        const { logarithms } = this.#levels[m]!;
        const high = logarithms[this.#high[bound]!]!;
        const length = this.#lengths[bound]!;
        let integral = Math.exp(high.integral - length);
        let density = Math.exp(high.density - length);
        const index = this.#low[bound]!;
        if (index >= 0) {
          integral -= Math.exp(logarithms[index]!.integral - length);
          density -= Math.exp(logarithms[index]!.density - length);
        }
        into.byMean[m] = into.byMean[m]! - (weight * integral) / deviations[m]!;
        into.byDeviation[m] = into.byDeviation[m]! + (weight * density) / deviations[m]!;
      }
    }
  }
}
