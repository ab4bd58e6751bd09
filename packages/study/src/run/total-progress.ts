import type { Search } from "../search-start.ts";
import type { OnRunProgress } from "./progress.ts";
import type { SearchProgress } from "./search-session.ts";

/** Progress of a run, put together from that of its searches, which may go on beside each other. */
export class TotalProgress {
  readonly #spent = new Map<string, number>();
  readonly #evaluations: number;
  readonly #totalBudget: number;
  readonly #onProgress: OnRunProgress;

  /**
   * @param searches of the run
   * @param evaluations of each
   */
  constructor(searches: readonly Search[], evaluations: number, onProgress: OnRunProgress) {
    this.#evaluations = evaluations;
    this.#totalBudget = searches.length * evaluations;
    this.#onProgress = onProgress;
  }

  /** A search that another worker goes on with comes once more to where it was: in all it was as far before. */
  tell({ name }: Pick<Search, "name">, { spent, budget, best, notes }: SearchProgress): void {
    // Without a free parameter there is one design, and nothing more to be done.
    const share = spent >= budget ? this.#evaluations : Math.min(spent, this.#evaluations);
    this.#spent.set(name, Math.max(share, this.#spent.get(name) ?? 0));
    let totalDone = 0;
    for (const done of this.#spent.values()) totalDone += done;
    this.#onProgress({
      search: name,
      stage: "search",
      done: spent,
      budget,
      totalDone,
      totalBudget: this.#totalBudget,
      best: best(),
      notes,
    });
  }
}
