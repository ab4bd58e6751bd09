import { setTimeout } from "node:timers";
import { threadId, workerData } from "node:worker_threads";
import type { Assessment } from "@neurofront/core";
import { threadServer } from "../../src/threads/thread-server.ts";

/** Shared with the test. */
const shared = workerData as { readonly seen: SharedArrayBuffer; readonly threads: SharedArrayBuffer };
/** How often each candidate was begun; then one place that a waiting one is released by. */
const seen = new Int32Array(shared.seen);
/** The thread that began it last. */
const threads = new Int32Array(shared.threads);
const release = seen.length - 1;

const clock = new Int32Array(new SharedArrayBuffer(4));

/** Answers what the request's "technology" tells it to. */
export default threadServer(({ technology, candidate, chips }) => {
  Atomics.add(seen, candidate, 1);
  Atomics.store(threads, candidate, threadId);
  if (technology === "wait") Atomics.wait(seen, release, 0);
  if (technology === "hang") Atomics.wait(clock, 0, 0);
  if (technology === "slow") Atomics.wait(clock, 0, 0, 60);
  if (technology === "exit") process.exit(3);
  if (technology === "throw") throw new Error("as told");
  // Whoever is computed next on this thread is not to blame.
  if (technology === "exit later") setTimeout(() => process.exit(4), 0);
  return {
    assessment: {
      metrics: { energy: candidate / 3 },
      ledger: [],
      phases: [],
      area: [],
      quantities: { neuron: {}, synapse: {}, interconnect: {}, system: {} },
    } as unknown as Assessment,
    chips: {
      clean: Float64Array.from({ length: chips.to - chips.from }, (_, k) => k / candidate),
      test: new Float64Array(chips.to - chips.from),
    },
  };
});
