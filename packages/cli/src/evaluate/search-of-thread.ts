import { Archive } from "@neurofront/archive";
import type { SearchServer } from "@neurofront/evaluators";
import { wholeSearch } from "@neurofront/study";
import type { CacheUse, RunnableStudy } from "@neurofront/study";
import { withCache } from "../cache/open-cache.ts";
import type { LoadedPlugin } from "../plugins/load-plugin.ts";
import { observedArchive, timedEvaluator, timedStore, timedStudy } from "../observe/observed.ts";
import type { RunLog } from "../observe/run-log.ts";
import { StageClock } from "../observe/stage-clock.ts";
import type { StageTime } from "../observe/stage-clock.ts";

/** What a thread that does whole searches needs besides the study. */
export interface ThreadSurroundings {
  /** Folder of the cache; false where the run goes without. */
  readonly cache: string | false;
  /** Whether anybody wants to know every event. */
  readonly isLogged: boolean;
}

/** What a thread tells of a search besides its progress. */
export type ToldOfSearch =
  | { readonly event: string; readonly values: Readonly<Record<string, unknown>> }
  | { readonly notice: string }
  | { readonly stages: readonly StageTime[]; readonly cacheUse: CacheUse | undefined };

/** Does whole searches of a study in a thread: with a connection of its own to the archive, and one to the cache. */
export function searchServer(
  runnable: RunnableStudy,
  extra: readonly LoadedPlugin[],
  { cache: folder, isLogged }: ThreadSurroundings,
): SearchServer {
  return (work) => {
    const tell = (told: ToldOfSearch): void => work.tell(told);
    const clock = new StageClock();
    const log: Pick<RunLog, "write"> = {
      write: (event, values) => {
        if (isLogged) tell({ event, values });
      },
    };
    return withCache(
      { cache: folder },
      extra,
      (notice) => tell({ notice }),
      async (cache) => {
        const archive = observedArchive(Archive.openBeside(work.archivePath), clock, log);
        try {
          if (archive.study().hash !== runnable.resolved.hash) throw new Error("the archive is of another study");
          const evaluator = cache.evaluator(runnable, timedEvaluator(work.evaluator, clock));
          return await wholeSearch(timedStudy(runnable, clock), archive, evaluator, work);
        } finally {
          archive.close();
          tell({ stages: clock.reading().stages, cacheUse: cache.reading() });
        }
      },
      (store) => timedStore(store, clock),
    );
  };
}
