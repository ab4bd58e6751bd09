import type { Searchers } from "../evaluate/searchers.ts";
import type { Search } from "../search-start.ts";
import type { SearchProgress } from "./search-session.ts";

/** Searches that are done beside each other. */
export interface SearchesBeside {
  readonly archivePath: string;
  readonly onProgress: (search: Search, progress: SearchProgress) => void;
  readonly signal: AbortSignal | undefined;
  readonly ending: AbortSignal | undefined;
  /** Goes on with one that its worker did not bring to an end, by all workers that have nothing to do. */
  readonly goOn: (search: Search, signal: AbortSignal) => Promise<void>;
}

/**
 * Do searches beside each other, each by a worker of its own, in the order in which workers become free.
 *
 * @throws the reason of the signal that stops or ends them, and whatever makes one of them fail, when all have stopped
 */
export async function searchBeside(
  searches: readonly Search[],
  searchers: Searchers,
  { archivePath, onProgress, signal, ending, goOn }: SearchesBeside,
): Promise<void> {
  const failed = new AbortController();
  const idle = new AbortController();
  const stop = signal === undefined ? failed.signal : AbortSignal.any([signal, failed.signal]);
  const waiting = [...searches];
  const work = async (): Promise<void> => {
    while (waiting.length > 0) {
      const search = waiting.shift()!;
      const { name } = search;
      const tell = (progress: SearchProgress): void => onProgress(search, progress);
      const call = { name, archivePath, onProgress: tell, signal: stop, ending, othersIdle: idle.signal };
      const isDone = await searchers.search(call);
      stop.throwIfAborted();
      ending?.throwIfAborted();
      if (!isDone) await goOn(search, stop);
    }
    idle.abort();
  };
  if (searches.length < searchers.count) idle.abort();
  const workers = Array.from({ length: Math.min(searchers.count, searches.length) }, async () => {
    try {
      await work();
    } catch (error) {
      failed.abort(error);
      throw error;
    }
  });
  const ends = await Promise.allSettled(workers);
  signal?.throwIfAborted();
  ending?.throwIfAborted();
  for (const end of ends) if (end.status === "rejected") throw end.reason;
}
