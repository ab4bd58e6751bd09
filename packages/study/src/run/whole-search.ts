import type { Archive } from "@neurofront/archive";
import type { Evaluator } from "../evaluate/evaluator.ts";
import type { RunnableStudy } from "../resolve.ts";
import { searchesOf } from "../search-start.ts";
import { runSearch } from "./one-search.ts";
import { Pace, isBetterShared } from "./pace.ts";
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
    if (
      now === "end" ||
      (now === "others are idle" && isBetterShared(pace.standing(progress.budget - progress.spent, workers)))
    )
      throw new Left();
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
