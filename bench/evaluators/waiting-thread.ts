import { workerData } from "node:worker_threads";
import type { AssessmentAnswer } from "@neurofront/study";
import { threadServer } from "@neurofront/evaluators";
import type { ThreadResult, ThreadTask } from "@neurofront/evaluators";

/** What a thread of the benchmark answers, and after what time. */
export interface WaitingThreadData {
  readonly answer: AssessmentAnswer;
  readonly wait_ms: number;
}

const { answer, wait_ms } = workerData as WaitingThreadData;
const clock = new Int32Array(new SharedArrayBuffer(4));

/** Answers always the same, after a wait: unlike computing it takes as long on a loaded machine as on an idle one. */
const server: (task: ThreadTask) => ThreadResult = threadServer(() => {
  if (wait_ms > 0) Atomics.wait(clock, 0, 0, wait_ms);
  return answer;
});
export default server;
