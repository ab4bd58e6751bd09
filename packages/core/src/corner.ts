import type { Assessment } from "./assessment.ts";

/** Conditions under which every candidate of a study is assessed besides the nominal ones. */
export interface Corner {
  readonly name: string;
  readonly temperature_K: number;
  /** Every supply of the circuit over that of the design. */
  readonly supplyFactor: number;
  /** Level of the inputs over that of the design. */
  readonly inputVoltageFactor: number;
  /** Transistors of models that have the parameter {@link PROCESS_PARAMETER}; those of the design when absent. */
  readonly process?: string;
}

/** The choice by which a model names the process corner of its transistors. */
export const PROCESS_PARAMETER = "processCorner";

/** What a candidate is worth at a corner. */
export interface CornerAssessment extends Corner {
  readonly status: Assessment["status"];
  /** Empty when impossible; without those that need chips. */
  readonly metrics: Assessment["metrics"];
  /** Rules broken there; no warnings. */
  readonly violations: Assessment["violations"];
}
