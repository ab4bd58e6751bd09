import { workerData } from "node:worker_threads";
import { randomAt } from "@neurofront/core";
import type { AssessmentAnswer } from "@neurofront/study";
import { threadServer } from "@neurofront/evaluators";
import type { ThreadResult, ThreadTask } from "@neurofront/evaluators";
import { arithmetic } from "./arithmetic.ts";

/** What a thread of the benchmark answers, and after what time. */
export interface WaitingThreadData {
  readonly answer: AssessmentAnswer;
  /** On the average. */
  readonly wait_ms: number;
  /** Standard deviation of its logarithm; all alike without it. */
  readonly spread?: number;
  /** What it computes besides. */
  readonly steps?: number;
}

/** The wait for a candidate, log-normally distributed. */
export function waitOf_ms({ wait_ms, spread = 0 }: WaitingThreadData, candidate: number): number {
  return wait_ms * Math.exp(spread * randomAt(1, "wait", candidate).normal() - spread ** 2 / 2);
}

const data = workerData as WaitingThreadData;
const clock = new Int32Array(new SharedArrayBuffer(4));

/** Answers always the same, after a wait: unlike computing it takes as long on a loaded machine as on an idle one. */
const server: (task: ThreadTask) => ThreadResult | Promise<ThreadResult> = threadServer(({ candidate }) => {
  const time_ms = data.wait_ms === 0 ? 0 : waitOf_ms(data, candidate);
  if (time_ms > 0) Atomics.wait(clock, 0, 0, time_ms);
  arithmetic(data.steps ?? 0);
  return data.answer;
});
export default server;
