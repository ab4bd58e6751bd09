import type { SearchProgress } from "../run/search-session.ts";

/** A search that is done elsewhere, and how it is followed and stopped. */
export interface SearchCall {
  /** Of the search, among those of the study. */
  readonly name: string;
  /** Where it writes, and what it finds there it goes on from. */
  readonly archivePath: string;
  /** Not for every batch, but of the last one too. */
  readonly onProgress: (progress: SearchProgress) => void;
  /** Stops it between two candidates. */
  readonly signal: AbortSignal;
  /** Ends it when its batch has been archived. */
  readonly ending: AbortSignal | undefined;
  /** Aborted when the others have nothing left to do: it is given back where all together would be done with it sooner. */
  readonly othersIdle: AbortSignal;
}

/**
 * Workers that do whole searches, each its own, beside each other: no candidate passes from one thread to another, and optimizers too use
 * every core. An archive holds the same as when searches are done one after the other.
 */
export interface Searchers {
  /** How many searches at a time. */
  readonly count: number;
  /**
   * Do a search, which has not begun or was left by an earlier run.
   *
   * @returns whether it came to its end. One that did not was stopped or given back, or its worker has ended or found a mistake; all that
   * it has archived is sound, and whoever goes on with it meets what its worker met.
   */
  search(call: SearchCall): Promise<boolean>;
}
