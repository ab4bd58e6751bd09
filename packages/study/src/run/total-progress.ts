import type { Search } from "../search-start.ts";
import type { OnRunProgress } from "./progress.ts";
import type { SearchProgress } from "./search-session.ts";

/** Progress of a run, put together from that of its searches, which may go on beside each other. */
export class TotalProgress {
  readonly #spent = new Map<string, number>();
  /** Notes of each search that were told, and how many of them have come once more. */
  readonly #notes = new Map<string, { told: number; repeated: number }>();
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

  /** A search is gone on with by others, and comes once more to where it was: its notes are told but once. */
  again({ name }: Pick<Search, "name">): void {
    const notes = this.#notes.get(name);
    if (notes !== undefined) notes.repeated = 0;
  }

  tell({ name }: Pick<Search, "name">, { spent, budget, best, notes }: SearchProgress): void {
    // Without a free parameter there is one design, and nothing more to be done.
    const share = spent >= budget ? this.#evaluations : Math.min(spent, this.#evaluations);
    // Who goes on with a search comes once more to where it was.
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
      notes: this.#unsaid(name, notes),
    });
  }

  #unsaid(name: string, notes: readonly string[]): readonly string[] {
    const before = this.#notes.get(name) ?? { told: 0, repeated: 0 };
    const repeated = before.repeated + notes.length;
    const told = Math.max(before.told, repeated);
    this.#notes.set(name, { told, repeated });
    return notes.slice(notes.length - (told - before.told));
  }
}
