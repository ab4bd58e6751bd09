import { inProcessEvaluator } from "@neurofront/study";
import type { Evaluator, RunnableStudy } from "@neurofront/study";
import type { LoadedPlugin } from "../plugins/load-plugin.ts";
import { UsageError } from "../usage-error.ts";
import type { SearchObserver } from "./search-observer.ts";
import { defaultThreads, studyThreads } from "./study-threads.ts";
import type { ComputeOptions } from "./study-threads.ts";

/** Computing that takes longer than this is worth threads, which take about half a second to start. */
const WORTH_THREADS_MS = 2000;

/**
 * Who computes a study. By default: this process as long as the study is small, then a thread for each core. A study whose models
 * do not ship is computed in threads from the start, because only a thread can be ended that hangs or takes all memory.
 *
 * @param observer of searches that threads do as a whole; without one they do none
 * @param onNotice told what the person at the terminal should know meanwhile
 * @throws UsageError when a plugin cannot be loaded by threads, and threads are asked for
 * @throws QueueError when a queue is asked for that cannot be reached
 */
export async function studyEvaluator(
  runnable: RunnableStudy,
  extra: readonly LoadedPlugin[],
  options: ComputeOptions,
  observer?: SearchObserver,
  onNotice: (text: string) => void = () => undefined,
): Promise<Evaluator> {
  const { threads, queue } = options;
  if (queue !== undefined) {
    if (threads !== undefined)
      throw new UsageError(
        "a queue and threads exclude each other; the workers of the queue have threads of their own",
      );
    const { queueEvaluator } = await import("@neurofront/evaluators");
    return queueEvaluator(runnable, { url: queue, onNotice });
  }
  if (threads === 0) return inProcessEvaluator(runnable);
  if (threads !== undefined) return studyThreads(runnable, extra, threads, options, observer);
  if (extra.some(({ located }) => located === undefined)) return inProcessEvaluator(runnable);
  const start = (): Promise<Evaluator> => studyThreads(runnable, extra, defaultThreads(), options, observer);
  return extra.length > 0 ? start() : growingEvaluator(inProcessEvaluator(runnable), start);
}

/** One evaluator at first, and another when the first has computed for a while and the other is ready. */
export function growingEvaluator(
  first: Evaluator,
  start: () => Promise<Evaluator>,
  worth_ms = WORTH_THREADS_MS,
): Evaluator {
  let computed_ms = 0;
  let starting: Promise<Evaluator> | undefined;
  let present = first;
  return {
    async evaluate(requests, options) {
      const begun_ms = performance.now();
      const answers = await present.evaluate(requests, options);
      computed_ms += performance.now() - begun_ms;
      if (starting === undefined && computed_ms > worth_ms) {
        starting = start();
        // Without threads the study is computed all the same.
        starting.then((other) => (present = other)).catch(() => undefined);
      }
      return answers;
    },
    slots: () => present.slots(),
    get searchers() {
      return present.searchers;
    },
    async close() {
      await first.close();
      await starting?.then((other) => other.close()).catch(() => undefined);
    },
  };
}
