import { ResultCache } from "@neurofront/cache";
import { cachedEvaluator, storedTrainings } from "@neurofront/study";
import type { CacheUse, Evaluator, ResultStore, RunnableStudy, TrainingStore } from "@neurofront/study";
import type { LoadedPlugin } from "../plugins/load-plugin.ts";
import { VERSION } from "../version.ts";
import { cacheFolder } from "./cache-folder.ts";
import type { CacheOptions } from "./cache-folder.ts";

/** What a run needs of the cache. */
export interface RunCache {
  /** Absent where a run goes without. */
  readonly trainings?: TrainingStore;
  /** An evaluator that looks up first; the same one where a run goes without. */
  readonly evaluator: (runnable: RunnableStudy, inner: Evaluator) => Evaluator;
  /** The file, and where the answers have come from so far; undefined where a run goes without. */
  readonly reading: () => ({ readonly path: string } & CacheUse) | undefined;
}

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
 * Do the work of a run with its cache, which sits in the process that asks: threads and workers know nothing of it.
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
  if (folder === undefined || extra.some(({ located }) => located === undefined))
    return work({ evaluator: (_runnable, inner) => inner, reading: () => undefined });
  const cache = new ResultCache(folder, {
    onTrouble: (text) =>
      onNotice(
        `${text}; name another folder with --cache or NEUROFRONT_CACHE, or go without by --no-cache or NEUROFRONT_CACHE=none`,
      ),
  });
  const store = watched({ read: (key) => cache.read(key), write: (results) => cache.write(results) });
  let use: Readonly<CacheUse> = { found: 0, computed: 0, stored: 0 };
  try {
    return await work({
      trainings: storedTrainings(store, HERE),
      evaluator(runnable, inner) {
        const computer = options.queue === undefined ? HERE : QUEUE;
        const cached = cachedEvaluator(runnable, inner, { store, computer });
        use = cached.use;
        return cached;
      },
      reading: () => ({ path: cache.path, ...use }),
    });
  } finally {
    cache.close();
  }
}
