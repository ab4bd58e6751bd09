import { parentPort, workerData } from "node:worker_threads";
import type { GuardedData, GuardedResult } from "./guarded-thread.ts";

/**
 * Compute what a guarded thread is there for, and post it, or why not.
 *
 * @param work with the data that the thread was given
 */
export async function answerOfThread<Result>(
  work: (data: never, onProgress: () => void) => Promise<Result>,
): Promise<void> {
  const { data, progress } = workerData as GuardedData<never>;
  const counter = new Int32Array(progress);
  let end: GuardedResult<Result>;
  try {
    end = { result: await work(data, () => Atomics.add(counter, 0, 1)) };
  } catch (error) {
    end = { message: error instanceof Error ? error.message : String(error) };
  }
  parentPort!.postMessage(end, []);
}
