import { assessor } from "@neurofront/study";
import type { AssessmentAnswer, AssessmentRequest, RunnableStudy } from "@neurofront/study";
import { smallRunnable } from "../../packages/study/test/run/small-run.ts";
import { arithmetic } from "./arithmetic.ts";

/** A study of the small closed forms, in two searches, and what a candidate takes besides. */
export interface SmallThreadData {
  /** Of each search. */
  readonly evaluations: number;
  readonly wait_ms: number;
  /** Of arithmetic. */
  readonly steps: number;
  /** Whether the models alone are timed as well. */
  readonly isCompared: boolean;
}

const clock = new Int32Array(new SharedArrayBuffer(4));

export function smallStudy({ evaluations }: Pick<SmallThreadData, "evaluations">): Promise<RunnableStudy> {
  return smallRunnable({ variation: { chips: 0 }, budget: { evaluations } });
}

/** What answers its requests. */
export function smallAnswers(
  runnable: RunnableStudy,
  { wait_ms, steps }: SmallThreadData,
): (request: AssessmentRequest) => AssessmentAnswer {
  const answer = assessor(runnable);
  return (request) => {
    if (wait_ms > 0) Atomics.wait(clock, 0, 0, wait_ms);
    if (steps > 0) arithmetic(steps);
    return answer(request);
  };
}
