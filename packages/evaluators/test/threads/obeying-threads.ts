import type { Evaluator } from "@neurofront/study";
import { onTestFinished } from "vitest";
import { threadEvaluator } from "../../src/threads/thread-evaluator.ts";

const CANDIDATES = 100;

/** Threads that do what they are told, and what they have begun. */
export async function obeyingThreads(threads: number, timeLimit_s = 30, onTold?: (value: unknown) => void) {
  const seen = new Int32Array(new SharedArrayBuffer(4 * (CANDIDATES + 1)));
  const by = new Int32Array(new SharedArrayBuffer(4 * CANDIDATES));
  const evaluator: Evaluator = await threadEvaluator(threads, {
    module: new URL("./obeying-thread.ts", import.meta.url),
    data: { seen: seen.buffer, threads: by.buffer },
    timeLimit_s,
    heapLimit_MB: 128,
    modelsOf: ({ technology }) => `the model told to ${technology}`,
    onTold,
  });
  onTestFinished(() => evaluator.close());
  const release = (): void => {
    seen[CANDIDATES] = 1;
    Atomics.notify(seen, CANDIDATES);
  };
  const threadsOf = (first: number, count: number): number => new Set(by.slice(first, first + count)).size;
  return { evaluator, begun: (candidate: number) => Atomics.load(seen, candidate), release, threadsOf };
}
