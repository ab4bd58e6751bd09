import type { RunnableStudy } from "../resolve.ts";
import { assessor } from "../run/assessor.ts";
import type { AssessmentAnswer, AssessmentRequest } from "../run/work.ts";
import { breathe } from "./breath.ts";
import type { Evaluator } from "./evaluator.ts";

/** An evaluator that computes a study here. */
export function inProcessEvaluator(
  runnable: Pick<RunnableStudy, "resolved" | "workload" | "trainings" | "models">,
): Evaluator {
  return evaluatorHere(assessor(runnable));
}

/** An evaluator that answers here, one request after the other, and lets the program live between two of them. */
export function evaluatorHere(answer: (request: AssessmentRequest) => AssessmentAnswer): Evaluator {
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
