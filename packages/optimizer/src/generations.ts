import type { EvaluatedPoint, Proposal, Score } from "@neurofront/core";
import { Outstanding, checkAskedCount } from "./outstanding.ts";

/** The next generation, at least one design, after the last one with its scores; no design before the first. */
export type NextGeneration = (evaluated: readonly EvaluatedPoint[]) => readonly Float64Array[];

/**
 * Asking and telling for an optimizer that proposes whole generations: the next is made when all scores of the one before are
 * told, in the order of their proposals, whatever the order of telling.
 */
export class Generations {
  readonly #next: NextGeneration;
  readonly #outstanding: Outstanding;
  #points: readonly Float64Array[] = [];
  #evaluated: EvaluatedPoint[] = [];
  /** The id of the first point, and how many of the points are asked. */
  #firstId = 0;
  #asked = 0;

  constructor(objectiveCount: number, next: NextGeneration) {
    this.#outstanding = new Outstanding(objectiveCount);
    this.#next = next;
  }

  ask(count: number): readonly Proposal[] {
    checkAskedCount(count);
    if (this.#asked === this.#points.length) {
      if (this.#outstanding.count > 0) return [];
      this.#firstId += this.#points.length;
      this.#points = this.#next(this.#evaluated);
      this.#evaluated = [];
      this.#asked = 0;
    }
    const batch = this.#points.slice(this.#asked, this.#asked + count);
    this.#asked += batch.length;
    // The copy protects the points that the optimizer goes on with.
    return batch.map((point) => ({ id: this.#outstanding.take(), coordinates: point.slice() }));
  }

  tell(scores: readonly Score[]): void {
    for (const score of scores) {
      this.#outstanding.settle(score);
      const slot = score.id - this.#firstId;
      this.#evaluated[slot] = { coordinates: this.#points[slot]!, score };
    }
  }
}
