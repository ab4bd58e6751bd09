import type { RunnableStudy } from "../resolve.ts";
import { assessor } from "../run/assessor.ts";
import type { AssessmentAnswer } from "../run/work.ts";
import { breathe } from "./breath.ts";
import type { Evaluator } from "./evaluator.ts";

/** An evaluator that computes here, one request after the other, and lets the program live between two of them. */
export function inProcessEvaluator(
  runnable: Pick<RunnableStudy, "resolved" | "workload" | "trainings" | "models">,
): Evaluator {
  const answer = assessor(runnable);
  return {
    async evaluate(requests, { signal } = {}) {
      const answers: AssessmentAnswer[] = [];
      for (const request of requests) {
        answers.push(answer(request));
        await breathe();
        signal?.throwIfAborted();
      }
      return answers;
    },
    slots: () => 1,
    close: () => Promise.resolve(),
  };
}
