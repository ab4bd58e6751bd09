import type { Accounting, Assessment, TechnologyDesign } from "@neurofront/core";
import type { ChipAccuracies, ChipRange } from "@neurofront/system";
import { breathe } from "../evaluate/breath.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";

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
 * the answers alone, never by who computed them or when. An empty list of requests is a place to stop.
 */
export type Work<Result> = Generator<readonly AssessmentRequest[], Result, readonly AssessmentAnswer[]>;

/**
 * Do work to its end.
 *
 * @param meanwhile is called whenever requests have been given out
 * @throws the reason of the signal, when it stops the work between two steps
 */
export async function complete<Result>(
  work: Work<Result>,
  evaluator: Pick<Evaluator, "evaluate">,
  signal?: AbortSignal,
  meanwhile: () => void = () => undefined,
): Promise<Result> {
  let step = work.next();
  while (step.done !== true) {
    await breathe();
    signal?.throwIfAborted();
    const answers = evaluator.evaluate(step.value, { signal });
    try {
      meanwhile();
    } catch (error) {
      await Promise.allSettled([answers]);
      throw error;
    }
    const found = await answers;
    signal?.throwIfAborted();
    step = work.next(found);
  }
  return step.value;
}
