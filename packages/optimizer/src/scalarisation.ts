import { dominates, randomAt } from "@neurofront/core";
import type { EvaluatedPoint, Score } from "@neurofront/core";
import { sobolSequence } from "./sobol-sequence.ts";

/** Share of the plain sum in the augmented Tchebycheff function, as Knowles has it. */
const SUM_SHARE = 0.05;

/**
 * What a search after one best design minimises. One objective is taken as it is. Several become the augmented Tchebycheff
 * function of ParEGO (Knowles, IEEE Trans. Evol. Comput. 10, 50 (2006)), each objective relative to its range on the front found
 * so far, under weights that `turn` replaces: first equal ones, then well spread ones, so that every run of a search heads for
 * another part of the front.
 */
export class Scalarisation {
  readonly #objectiveCount: number;
  readonly #spread: (index: number, dimension: number) => number;
  #turns = 0;
  #weights: Float64Array;
  /** The possible designs without violation that no other dominates. */
  #front: EvaluatedPoint[] = [];
  readonly #ideal: Float64Array;
  readonly #range: Float64Array;
  /** The best by Deb's rule while none is without violation. */
  #leastViolation: EvaluatedPoint | undefined;

  constructor(objectiveCount: number, seed: number) {
    this.#objectiveCount = objectiveCount;
    this.#spread = sobolSequence(objectiveCount, (...address) => randomAt(seed, "scalarisation", ...address));
    this.#weights = new Float64Array(objectiveCount).fill(1 / objectiveCount);
    this.#ideal = new Float64Array(objectiveCount);
    this.#range = new Float64Array(objectiveCount).fill(1);
  }

  /** Whether there is more than one objective, so that weights count. */
  get hasWeights(): boolean {
    return this.#objectiveCount > 1;
  }

  observe(evaluated: readonly EvaluatedPoint[]): void {
    for (const each of evaluated) {
      if (each.score.status === "ok" && each.score.violation === 0) this.#enter(each);
      else if (this.#leastViolation === undefined || this.compare(each.score, this.#leastViolation.score) < 0)
        this.#leastViolation = each;
    }
  }

  /** Other weights. */
  turn(): void {
    if (!this.hasWeights) return;
    // Normalised exponential numbers are uniform on the simplex.
    const shares = this.#weights.map((_, k) => -Math.log(1 - this.#spread(this.#turns, k)));
    const sum = shares.reduce((total, share) => total + share, 0);
    this.#weights = shares.map((share) => share / sum);
    this.#turns++;
  }

  /** The number to minimise, of a possible design. */
  valueOf({ objectives }: Score): number {
    if (!this.hasWeights) return objectives[0]!;
    let largest = -Infinity;
    let sum = 0;
    for (let k = 0; k < objectives.length; k++) {
      const weighted = (this.#weights[k]! * (objectives[k]! - this.#ideal[k]!)) / this.#range[k]!;
      largest = Math.max(largest, weighted);
      sum += weighted;
    }
    return largest + SUM_SHARE * sum;
  }

  /** Negative when `a` is better: possible before impossible, then by violation, then by value (Deb's rule). */
  compare(a: Score, b: Score): number {
    if (a.status !== b.status) return a.status === "ok" ? -1 : 1;
    // Two infinite violations have no difference.
    if (a.violation !== b.violation) return a.violation < b.violation ? -1 : 1;
    return a.status === "ok" ? this.valueOf(a) - this.valueOf(b) : 0;
  }

  /** The best design observed, under the present weights. */
  best(): EvaluatedPoint | undefined {
    let best = this.#front[0];
    for (const each of this.#front) if (this.compare(each.score, best!.score) < 0) best = each;
    return best ?? this.#leastViolation;
  }

  #enter(candidate: EvaluatedPoint): void {
    const { objectives } = candidate.score;
    for (const { score } of this.#front)
      if (!dominates(objectives, score.objectives) && isNoBetter(objectives, score.objectives)) return;
    this.#front = this.#front.filter(({ score }) => !dominates(objectives, score.objectives));
    this.#front.push(candidate);
    if (this.hasWeights) this.#measure();
  }

  #measure(): void {
    for (let k = 0; k < this.#objectiveCount; k++) {
      let least = Infinity;
      let largest = -Infinity;
      for (const { score } of this.#front) {
        least = Math.min(least, score.objectives[k]!);
        largest = Math.max(largest, score.objectives[k]!);
      }
      this.#ideal[k] = least;
      this.#range[k] = largest > least ? largest - least : 1;
    }
  }
}

function isNoBetter(a: readonly number[], b: readonly number[]): boolean {
  return a.every((value, k) => value >= b[k]!);
}
