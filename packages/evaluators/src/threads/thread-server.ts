import type { AssessmentAnswer, AssessmentRequest } from "@neurofront/study";
import { move, transferableSymbol, valueSymbol } from "piscina";

/** Places in {@link ThreadTask.progress}. */
export const DONE = 0;
export const BEGUN = 1;

/** Requests for one thread. */
export interface ThreadTask {
  readonly requests: readonly AssessmentRequest[];
  /** Two Int32: how many of the requests are done, and whether they have been begun. By it one sees which one hangs, or ends the thread. */
  readonly progress: SharedArrayBuffer;
}

/** What a thread gives back. */
export interface ThreadResult {
  readonly answers: readonly AssessmentAnswer[];
  /** That the answers took. */
  readonly time_ms: number;
}

/** What piscina hands on as the value, with the buffers moved. */
function moved(value: ThreadResult, buffers: readonly ArrayBufferLike[]): ThreadResult {
  const result: unknown = move({ [valueSymbol]: value, [transferableSymbol]: buffers });
  return result as ThreadResult;
}

/** The default export of a module that runs in a thread: computes tasks. The chips of the answers are moved, not copied. */
export function threadServer(
  answer: (request: AssessmentRequest) => AssessmentAnswer,
): (task: ThreadTask) => ThreadResult {
  return ({ requests, progress }) => {
    const begun_ms = performance.now();
    const counter = new Int32Array(progress);
    Atomics.store(counter, BEGUN, 1);
    const answers = requests.map((request) => {
      const found = answer(request);
      Atomics.add(counter, DONE, 1);
      return found;
    });
    const value: ThreadResult = { answers, time_ms: performance.now() - begun_ms };
    const buffers = answers.flatMap(({ chips: { clean, test } }) =>
      clean.length === 0 ? [] : [clean.buffer, test.buffer],
    );
    return moved(value, buffers);
  };
}
