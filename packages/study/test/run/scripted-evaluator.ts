import { randomAt } from "@neurofront/core";
import type { Evaluator } from "../../src/evaluate/evaluator.ts";
import type { RunnableStudy } from "../../src/resolve.ts";
import { assessor } from "../../src/run/assessor.ts";

/** An evaluator of several slots that answers the calls made to it one by one, in an order that a seed decides. */
export function scriptedEvaluator(runnable: RunnableStudy, slots: number, seed: number): Evaluator {
  const answer = assessor(runnable);
  const calls: (() => void)[] = [];
  let answered = 0;
  const answerOne = (): void => {
    const [call] = calls.splice(randomAt(seed, "answer", answered++).integer(calls.length), 1);
    call!();
  };
  return {
    async evaluate(requests, { signal } = {}) {
      const { promise, resolve, reject } = Promise.withResolvers<void>();
      calls.push(resolve);
      signal?.addEventListener("abort", () => reject(signal.reason));
      setImmediate(() => calls.length > 0 && answerOne());
      await promise;
      return requests.map((request) => answer(request));
    },
    slots: () => slots,
    close: () => Promise.resolve(),
  };
}
