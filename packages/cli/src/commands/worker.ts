import { serveQueue } from "@neurofront/evaluators";
import { unpackParcel } from "@neurofront/study";
import { defaultThreads, studyThreads } from "../evaluate/study-threads.ts";
import type { ComputeOptions } from "../evaluate/study-threads.ts";
import type { OpenedCatalog } from "../plugins/open-catalog.ts";
import type { Terminal } from "../terminal.ts";

/** What `neurofront worker` takes. */
export type WorkerOptions = ComputeOptions & { readonly queue: string };

/**
 * Compute for the runs of a queue until the process is told to end. What is in the queue is data from anyone: it is checked, and only
 * the plugins that were let in here compute.
 *
 * @throws QueueError when the queue cannot be reached
 */
export async function workerCommand(
  options: WorkerOptions,
  { catalog, extra }: OpenedCatalog,
  terminal: Terminal,
): Promise<void> {
  const ending = new AbortController();
  const end = (): void => ending.abort();
  process.once("SIGINT", end);
  process.once("SIGTERM", end);
  const slots = options.threads === undefined || options.threads === 0 ? defaultThreads() : options.threads;
  terminal.err.write(`waiting for studies; ${slots} candidates at a time\n`);
  try {
    await serveQueue({
      url: options.queue,
      slots,
      unpack: (parcel) => unpackParcel(parcel, catalog),
      evaluatorOf: (runnable) => studyThreads(runnable, extra, 1, options),
      onNotice: (text) => terminal.err.write(`${text}\n`),
      signal: ending.signal,
    });
  } finally {
    process.off("SIGINT", end);
    process.off("SIGTERM", end);
  }
}
