import type { Accounting, Assessment, TechnologyDesign } from "@neurofront/core";
import type { ChipAccuracies, ChipRange } from "@neurofront/system";

/** One thing to compute: plain data, so that any process may do it. The same request has the same answer everywhere. */
export interface AssessmentRequest {
  readonly search: string;
  readonly technology: string;
  readonly accounting: Accounting;
  readonly candidate: number;
  /** At the fidelity wanted. */
  readonly design: TechnologyDesign;
  /** Chips to draw; an empty range for none. */
  readonly chips: ChipRange;
}

/** What was computed: plain data. */
export interface AssessmentAnswer {
  /** Without chips. */
  readonly assessment: Assessment;
  /** Empty where none were asked for, or the design is impossible. */
  readonly chips: ChipAccuracies;
}

/**
 * Work that decides what is to be computed and goes on with the answers, which come in the order of the requests. It decides by
 * the answers alone, never by who computed them or when.
 */
export type Work<Result> = Generator<readonly AssessmentRequest[], Result, readonly AssessmentAnswer[]>;

/** Do work to its end, one request after the other. */
export function complete<Result>(work: Work<Result>, answer: (request: AssessmentRequest) => AssessmentAnswer): Result {
  let step = work.next();
  while (step.done !== true) step = work.next(step.value.map((request) => answer(request)));
  return step.value;
}
