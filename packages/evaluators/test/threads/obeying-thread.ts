import { setTimeout as later } from "node:timers";
import { setTimeout } from "node:timers/promises";
import { threadId, workerData } from "node:worker_threads";
import type { Assessment } from "@neurofront/core";
import type { AssessmentAnswer, AssessmentRequest } from "@neurofront/study";
import type { SearchServer } from "../../src/threads/search-server.ts";
import { threadServer } from "../../src/threads/thread-server.ts";
import { told } from "./told-requests.ts";

/** Shared with the test. */
const shared = workerData as { readonly seen: SharedArrayBuffer; readonly threads: SharedArrayBuffer };
/** How often each candidate was begun; then one place that a waiting one is released by. */
const seen = new Int32Array(shared.seen);
/** The thread that began it last. */
const threads = new Int32Array(shared.threads);
const release = seen.length - 1;

const clock = new Int32Array(new SharedArrayBuffer(4));

/** Answers what the request's "technology" tells it to. */
function answer({ technology, candidate, chips }: AssessmentRequest): AssessmentAnswer {
  Atomics.add(seen, candidate, 1);
  Atomics.store(threads, candidate, threadId);
  if (technology === "wait") Atomics.wait(seen, release, 0);
  if (technology === "hang") Atomics.wait(clock, 0, 0);
  if (technology === "slow") Atomics.wait(clock, 0, 0, 60);
  if (technology === "exit") process.exit(3);
  if (technology === "throw") throw new Error("as told");
  // Whoever is computed next on this thread is not to blame.
  if (technology === "exit later") later(() => process.exit(4), 0);
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
}

/**
 * A search whose name says what to do, one candidate after the other: "answer hang", say. It tells of every one, goes on while it is told to,
 * and tells what else it is told.
 */
const search: SearchServer = async ({ name, archivePath, workers, evaluator, order, onProgress, tell }) => {
  const orders = name.split(" ");
  tell({ archivePath, workers });
  for (const [k, technology] of orders.entries()) {
    if (technology === "end?") {
      while (order() === "go on") await setTimeout(1);
      tell(order());
      if (order() === "end") return false;
      continue;
    }
    const requests = told([technology], k + 1);
    const [found] = await evaluator.evaluate(requests);
    onProgress({ spent: found!.assessment.metrics.energy!, budget: orders.length, best: () => undefined, notes: [] });
  }
  return true;
};

export default threadServer(answer, search);
