import type { AssessmentAnswer, AssessmentRequest } from "../run/work.ts";
import type { Searchers } from "./searchers.ts";

/** How a call may be ended early. */
export interface EvaluateOptions {
  readonly signal?: AbortSignal | undefined;
}

/** Who computes what a study requests: this process, threads, or other machines. Who it is changes no answer. */
export interface Evaluator {
  /**
   * Compute requests that may be computed in any order.
   *
   * @returns answers in the order of the requests
   * @throws the reason of the signal, when it stops the work
   */
  evaluate(requests: readonly AssessmentRequest[], options?: EvaluateOptions): Promise<readonly AssessmentAnswer[]>;
  /**
   * Requests at a time that leave none of its workers without one. A search without batches makes a call for each, and keeps so many
   * of them waiting.
   */
  slots(): number;
  /** Its workers, where they can do whole searches of a study as well. */
  readonly searchers?: Searchers | undefined;
  /** Let go of threads and connections. */
  close(): Promise<void>;
}
