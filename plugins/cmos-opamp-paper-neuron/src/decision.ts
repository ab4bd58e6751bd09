import type { Conventions } from "@neurofront/core";
import type { PaperDesign } from "./parameters.ts";

/** When the neuron has decided: the calibration's settling unless the design leaves it to the study. */
export function decisionOf(design: PaperDesign, { cmosDecision }: Conventions): "settle" | "cross" {
  return design.decision === "study" ? cmosDecision : "settle";
}

/**
 * Net current that just turns an output in time. A crossing waits ln 2 time constants, after which an output that started at
 * the opposite current of the same size is zero; a settled output has forgotten (to 3 %, which has the sign of the answer).
 */
export function thresholdCurrent_A(design: PaperDesign, conventions: Conventions, columnCurrent_A: number): number {
  return decisionOf(design, conventions) === "cross" ? design.crossingLevel * columnCurrent_A : 0;
}
