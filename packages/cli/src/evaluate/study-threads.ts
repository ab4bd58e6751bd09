import { availableParallelism, totalmem } from "node:os";
import { extname } from "node:path";
import { threadEvaluator } from "@neurofront/evaluators";
import { modelNames, packParcel } from "@neurofront/study";
import type { Evaluator, RunnableStudy } from "@neurofront/study";
import type { CacheOptions } from "../cache/cache-folder.ts";
import type { LoadedPlugin } from "../plugins/load-plugin.ts";
import { UsageError } from "../usage-error.ts";
import type { ThreadLimits } from "./guarded-thread.ts";
import type { SearchObserver } from "./search-observer.ts";
import type { ToldOfSearch } from "./search-of-thread.ts";
import type { StudyThreadData } from "./study-thread.ts";

/** How a run is computed. */
export interface ComputeOptions extends CacheOptions {
  /** Threads beside the one that decides; 0 computes in this one. Absent: threads where they pay. */
  readonly threads?: number | undefined;
  /** Seconds that the models may take for one candidate, where threads compute; default 600. */
  readonly timeLimit_s?: number | undefined;
  /**
   * Whether searches go on without batches, so that nobody waits for the slowest candidate of one: worth it where candidates take
   * very different times. What is found then depends on these times; the archive holds the order, by which it can be repeated.
   */
  readonly asynchronous?: boolean | undefined;
  /** `redis://...` of a queue whose workers compute, in place of this process. */
  readonly queue?: string | undefined;
  /** Heap of one thread; default half of the machine's memory for all together, 512 MB to 8 GB each. */
  readonly heapLimit_MB?: number | undefined;
}

const TIME_LIMIT_S = 600;

/** Half of the memory for all threads together, as far as a thread can use it. */
function heapLimit_MB(threads: number): number {
  return Math.round(Math.min(Math.max(totalmem() / 2 ** 21 / threads, 512), 8192));
}

/** What holds a thread in check, one of several. */
export function threadLimits(options: ComputeOptions, threads = 1): ThreadLimits {
  return {
    timeLimit_s: options.timeLimit_s ?? TIME_LIMIT_S,
    heapLimit_MB: options.heapLimit_MB ?? heapLimit_MB(threads),
  };
}

/** One thread for each core. */
export function defaultThreads(): number {
  return availableParallelism();
}

/**
 * Threads that compute a study whose networks have been prepared.
 *
 * @param extra plugins besides those that ship
 * @param observer of whole searches, which they do only where there is one
 * @throws UsageError when one of them has no module that a thread could load
 */
export async function studyThreads(
  runnable: RunnableStudy,
  extra: readonly LoadedPlugin[],
  threads: number,
  options: ComputeOptions,
  observer?: SearchObserver,
): Promise<Evaluator> {
  const plugins = extra.map(({ plugin, located }) => {
    if (located === undefined)
      throw new UsageError(
        `plugin "${plugin.id}" was passed as a value, which no other thread can load; pass its path, or compute with threads: 0`,
      );
    return located;
  });
  const data: StudyThreadData = { parcel: packParcel(runnable), plugins, searches: observer?.surroundings };
  const technologies = new Map(runnable.resolved.technologies.map((technology) => [technology.name, technology]));
  return threadEvaluator(threads, {
    module: new URL(`./study-thread${extname(import.meta.url)}`, import.meta.url),
    data,
    ...threadLimits(options, threads),
    modelsOf: ({ technology }) => modelNames(technologies.get(technology)!),
    onTold: observer && ((told) => observer.onTold(told as ToldOfSearch)),
  });
}
