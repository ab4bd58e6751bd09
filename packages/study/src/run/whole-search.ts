import type { Archive } from "@neurofront/archive";
import type { Evaluator } from "../evaluate/evaluator.ts";
import type { RunnableStudy } from "../resolve.ts";
import { searchesOf } from "../search-start.ts";
import { runSearch } from "./one-search.ts";
import type { SearchProgress } from "./search-session.ts";

/** What the worker of a whole search is told meanwhile: go on; end when the batch is archived; the others have nothing to do. */
export type SearchOrder = "go on" | "end" | "others are idle";

/** A search that one worker does alone. */
export interface WholeSearch {
  readonly name: string;
  /** Those who could do it together, this one among them. */
  readonly workers: number;
  /** Looked at after each batch. */
  readonly order: () => SearchOrder;
  readonly onProgress: (progress: SearchProgress) => void;
}

/** Longest time between two words of progress. */
const SILENCE_MS = 100;

/** Candidates that take less are not worth being handed out. */
const WORTH_SHARING_MS = 0.3;
/** So much must be gained at least. */
const WORTH_GIVING_BACK_MS = 500;

/** The search goes on elsewhere. */
class Left extends Error {}

/**
 * Do a whole search here.
 *
 * @param evaluator computes in this thread
 * @returns whether it came to its end
 * @throws ModelError when models fail on too many candidates, and whatever the evaluator and the archive throw
 */
export async function wholeSearch(
  runnable: RunnableStudy,
  archive: Archive,
  evaluator: Evaluator,
  { name, workers, order, onProgress }: WholeSearch,
): Promise<boolean> {
  const search = searchesOf(runnable.resolved).find((each) => each.name === name)!;
  const pace = new Pace();
  const unsaid: string[] = [];
  let last: SearchProgress | undefined;
  let told_ms = -Infinity;
  const tell = (): void => {
    if (last === undefined) return;
    onProgress({ ...last, notes: unsaid.splice(0) });
    last = undefined;
    told_ms = performance.now();
  };
  const follow = (progress: SearchProgress): void => {
    last = progress;
    unsaid.push(...progress.notes);
    if (performance.now() - told_ms > SILENCE_MS) tell();
    const now = order();
    if (now === "end" || (now === "others are idle" && pace.isBetterShared(progress, workers))) throw new Left();
  };
  try {
    await runSearch(runnable, search, archive, follow, { evaluator: pace.watching(evaluator) }, false);
    return true;
  } catch (error) {
    if (error instanceof Left) return false;
    throw error;
  } finally {
    tell();
  }
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

  /**
   * Whether all workers together would be done sooner, though they must first come to where the search is: its results are read
   * and told to the optimizer once more.
   */
  isBetterShared({ spent, budget }: Pick<SearchProgress, "spent" | "budget">, workers: number): boolean {
    const each_ms = this.#computed_ms / this.#computed;
    if (!(each_ms >= WORTH_SHARING_MS)) return false;
    const saved_ms = (budget - spent) * each_ms * (1 - 1 / workers);
    const again_ms = performance.now() - this.#begun_ms - this.#computed_ms;
    return saved_ms > WORTH_GIVING_BACK_MS + 2 * again_ms;
  }
}
