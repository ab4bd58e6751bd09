import type { RunCache } from "../cache/open-cache.ts";
import type { RunLog } from "../observe/run-log.ts";
import type { StageClock } from "../observe/stage-clock.ts";
import type { ThreadSurroundings, ToldOfSearch } from "./search-of-thread.ts";

/** Who follows searches that threads do as a whole. */
export interface SearchObserver {
  readonly surroundings: ThreadSurroundings;
  readonly onTold: (told: ToldOfSearch) => void;
}

/** Who else wants to know of a run. */
export interface RunObservers {
  readonly onNotice?: (text: string) => void;
  readonly clock?: StageClock;
  readonly log?: RunLog;
}

/** Passes on what threads tell to those who would have seen it in this one; troubles of the cache but once. */
export function searchObserver(
  cache: Pick<RunCache, "folder" | "count">,
  { onNotice, clock, log }: RunObservers = {},
): SearchObserver {
  const noticed = new Set<string>();
  return {
    surroundings: { cache: cache.folder, isLogged: log?.isWritten === true },
    onTold(told) {
      if ("event" in told) log?.write(told.event, told.values);
      else if ("stages" in told) {
        clock?.add(told.stages);
        if (told.cacheUse !== undefined) cache.count(told.cacheUse);
      } else if (!noticed.has(told.notice)) {
        noticed.add(told.notice);
        onNotice?.(told.notice);
      }
    },
  };
}
