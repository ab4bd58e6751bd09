import { ResultCache } from "@neurofront/cache";
import { cachedEvaluator, storedTrainings } from "@neurofront/study";
import type { CacheUse, Evaluator, ResultStore, RunnableStudy, TrainingStore } from "@neurofront/study";
import type { LoadedPlugin } from "../plugins/load-plugin.ts";
import { VERSION } from "../version.ts";
import { cacheFolder } from "./cache-folder.ts";
import type { CacheOptions } from "./cache-folder.ts";

/** What a run needs of the cache. */
export interface RunCache {
  /** Folder in which it is; false where a run goes without. */
  readonly folder: string | false;
  /** Absent where a run goes without. */
  readonly trainings?: TrainingStore;
  /** An evaluator that looks up first; the same one where a run goes without. */
  readonly evaluator: (runnable: RunnableStudy, inner: Evaluator) => Evaluator;
  /** The file, and where the answers have come from so far; undefined where a run goes without. */
  readonly reading: () => ({ readonly path: string } & CacheUse) | undefined;
  /** Count answers that threads have looked up, or kept, for themselves. */
  readonly count: (use: CacheUse) => void;
}

/** What a run has that goes without. */
export const WITHOUT_CACHE: RunCache = {
  folder: false,
  evaluator: (_runnable, inner) => inner,
  reading: () => undefined,
  count: () => undefined,
};

/** What is computed in, and by whom. */
export interface RunSetting extends CacheOptions {
  /** Address of a queue whose workers compute. */
  readonly queue?: string | undefined;
}

/** The last digits of a number depend on what computes it. */
const HERE = `neurofront ${VERSION}, V8 ${process.versions.v8}, ${process.platform}-${process.arch}`;
/** Workers are on other machines, and whoever writes into the queue answers for them: what they say is found by runs with a queue alone. */
const QUEUE = `neurofront ${VERSION}, workers of a queue`;

/**
 * Do the work of a run with its cache, which sits where it is decided what is computed: in the process that asks, or in a thread that
 * does a whole search.
 *
 * @param extra plugins besides those that ship: with one that was passed as a value, whose functions may use what nobody sees, nothing is kept
 * @param onNotice told once where results cannot be kept
 * @param watched put around the store
 */
export async function withCache<Result>(
  options: RunSetting,
  extra: readonly LoadedPlugin[],
  onNotice: (text: string) => void,
  work: (cache: RunCache) => Promise<Result>,
  watched: (store: ResultStore) => ResultStore = (store) => store,
): Promise<Result> {
  const folder = cacheFolder(options);
  if (folder === undefined || extra.some(({ located }) => located === undefined)) return work(WITHOUT_CACHE);
  const cache = new ResultCache(folder, {
    onTrouble: (text) =>
      onNotice(
        `${text}; name another folder with --cache or NEUROFRONT_CACHE, or go without by --no-cache or NEUROFRONT_CACHE=none`,
      ),
  });
  const store = watched({ read: (key) => cache.read(key), write: (results) => cache.write(results) });
  let use: Readonly<CacheUse> = { found: 0, computed: 0, stored: 0 };
  const others = { found: 0, computed: 0, stored: 0 };
  try {
    return await work({
      folder,
      trainings: storedTrainings(store, HERE),
      evaluator(runnable, inner) {
        const computer = options.queue === undefined ? HERE : QUEUE;
        const cached = cachedEvaluator(runnable, inner, { store, computer });
        use = cached.use;
        return cached;
      },
      reading: () => ({
        path: cache.path,
        found: use.found + others.found,
        computed: use.computed + others.computed,
        stored: use.stored + others.stored,
      }),
      count({ found, computed, stored }) {
        others.found += found;
        others.computed += computed;
        others.stored += stored;
      },
    });
  } finally {
    cache.close();
  }
}
