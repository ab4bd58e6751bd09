import type {
  CandidateRecord,
  ChipSample,
  DesignSensitivity,
  ResolvedStudy,
  SearchNote,
  VerificationRecord,
} from "@neurofront/core";
import type { Comparison } from "./comparison.ts";

/** What every section of a report is written from. */
export interface ReportContext {
  readonly study: ResolvedStudy;
  readonly comparison: Comparison;
  /** Candidates by search. */
  readonly searches: ReadonlyMap<string, readonly CandidateRecord[]>;
  readonly verifications: readonly VerificationRecord[];
  readonly notes: readonly SearchNote[];
  /** Every chip drawn by the searches. */
  readonly samples: readonly ChipSample[];
  /** Empty where they were not computed. */
  readonly sensitivities: readonly DesignSensitivity[];
}
