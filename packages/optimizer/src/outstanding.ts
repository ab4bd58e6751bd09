import type { Score } from "@neurofront/core";

/** Proposals handed out and not yet told, and the rules of asking and telling that hold for every optimizer. */
export class Outstanding {
  #asked = 0;
  readonly #waiting = new Set<number>();
  readonly #objectiveCount: number;

  constructor(objectiveCount: number) {
    this.#objectiveCount = objectiveCount;
  }

  /** Proposals asked and not told. */
  get count(): number {
    return this.#waiting.size;
  }

  /** The id of the next proposal, which is waited for from now on. */
  take(): number {
    this.#waiting.add(this.#asked);
    return this.#asked++;
  }

  /** @throws Error when the score breaks the contract; then it does not count as told */
  settle(score: Score): void {
    const { id, status, objectives, violation } = score;
    if (!Number.isInteger(id) || id < 0 || id >= this.#asked)
      throw new Error(`told proposal ${id}, which was never asked; ${this.#asked} were, from 0 on`);
    if (!this.#waiting.has(id)) throw new Error(`told proposal ${id} twice`);
    if (!(violation >= 0)) throw new Error(`proposal ${id}: violation is ${violation}, it must be at least 0`);
    if (status === "ok") {
      if (objectives.length !== this.#objectiveCount)
        throw new Error(
          `proposal ${id}: ${objectives.length} objectives told, the problem has ${this.#objectiveCount}`,
        );
      for (let m = 0; m < objectives.length; m++)
        if (!Number.isFinite(objectives[m]))
          throw new Error(`proposal ${id}: objective ${m} is ${objectives[m]}, not a finite number`);
    }
    this.#waiting.delete(id);
  }
}

/** @throws Error when an optimizer is asked for less than one proposal */
export function checkAskedCount(count: number): void {
  if (!Number.isInteger(count) || count < 1)
    throw new Error(`asked for ${count} proposals; ask for a whole number of at least 1`);
}
