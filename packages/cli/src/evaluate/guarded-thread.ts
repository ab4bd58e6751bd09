import { Worker } from "node:worker_threads";

/** What holds a thread in check. */
export interface ThreadLimits {
  /** Without progress. */
  readonly timeLimit_s: number;
  readonly heapLimit_MB: number;
}

/** What the module of a guarded thread finds in its `workerData`. */
export interface GuardedData<Data> {
  readonly data: Data;
  /** One Int32 that the module adds to when it has loaded, and where it has come further. */
  readonly progress: SharedArrayBuffer;
}

/** What it posts at its end, once. */
export type GuardedResult<Result> = { readonly result: Result } | { readonly message: string };

/** Code of a thread has hung, ended it, or taken all memory; the message says which. */
export class ThreadEndedError extends Error {
  override readonly name = "ThreadEndedError";
}

/** Looks at a thread in a time limit. */
const LOOKS = 8;

/**
 * Have a module compute one thing in a thread of its own, which is ended where it makes no progress for too long.
 *
 * @throws ThreadEndedError when there is no result
 * @throws Error with the message of what the module throws
 */
export async function inGuardedThread<Result>(
  module: URL,
  data: unknown,
  { timeLimit_s, heapLimit_MB }: ThreadLimits,
): Promise<Result> {
  const progress = new SharedArrayBuffer(Int32Array.BYTES_PER_ELEMENT);
  const guarded: GuardedData<unknown> = { data, progress };
  const thread = new Worker(module, {
    workerData: guarded,
    resourceLimits: { maxOldGenerationSizeMb: heapLimit_MB },
  });
  const counter = new Int32Array(progress);
  let last = 0;
  let since_ms = 0;
  const { promise, resolve, reject } = Promise.withResolvers<Result>();
  const fail = (why: string): void => reject(new ThreadEndedError(why));
  const watch = setInterval(
    () => {
      const now = Atomics.load(counter, 0);
      // What it takes to load is not the models' fault.
      if (now === 0) return;
      if (now !== last) since_ms = performance.now();
      last = now;
      if (performance.now() - since_ms > 1e3 * timeLimit_s) fail(`no answer within ${timeLimit_s} s`);
    },
    (1e3 * timeLimit_s) / LOOKS,
  );
  thread.once("message", (end: GuardedResult<Result>) =>
    "result" in end ? resolve(end.result) : reject(new Error(end.message)),
  );
  thread.once("error", (error: NodeJS.ErrnoException) =>
    fail(error.code === "ERR_WORKER_OUT_OF_MEMORY" ? `more than ${heapLimit_MB} MB of memory` : error.message),
  );
  thread.once("exit", () => fail("ended its thread"));
  try {
    return await promise;
  } finally {
    clearInterval(watch);
    await thread.terminate();
  }
}
