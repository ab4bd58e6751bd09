import type { Evaluator } from "../evaluate/evaluator.ts";

/** Candidates that take less are not worth being handed out. */
const WORTH_SHARING_MS = 0.3;
/** So much must be gained at least. */
const WORTH_GIVING_BACK_MS = 500;

/** How far a search is that one worker does alone, and what that took. */
export interface Standing {
  /** Candidates still to come. */
  readonly left: number;
  /** Of a candidate. */
  readonly each_ms: number;
  /** Everything else so far: whoever goes on does it once more. */
  readonly again_ms: number;
  /** Those who could go on with it together. */
  readonly workers: number;
}

/** Whether all workers together would be done sooner, though they must first come to where the search is. */
export function isBetterShared({ left, each_ms, again_ms, workers }: Standing): boolean {
  if (each_ms < WORTH_SHARING_MS) return false;
  const saved_ms = left * each_ms * (1 - 1 / workers);
  return saved_ms > WORTH_GIVING_BACK_MS + 2 * again_ms;
}

/** What a search spends its time on. */
export class Pace {
  readonly #begun_ms = performance.now();
  #computed = 0;
  #computed_ms = 0;

  watching(evaluator: Evaluator): Evaluator {
    return {
      ...evaluator,
      evaluate: async (requests, options) => {
        const begun_ms = performance.now();
        const answers = await evaluator.evaluate(requests, options);
        this.#computed += requests.length;
        this.#computed_ms += performance.now() - begun_ms;
        return answers;
      },
    };
  }

  standing(left: number, workers: number): Standing {
    const again_ms = performance.now() - this.#begun_ms - this.#computed_ms;
    return { left, each_ms: this.#computed === 0 ? 0 : this.#computed_ms / this.#computed, again_ms, workers };
  }
}
