import type {
  CandidateRecord,
  ChipSample,
  DesignSensitivity,
  Exploration,
  ResolvedStudy,
  SearchNote,
  VerificationRecord,
} from "@neurofront/core";
import type { Comparison } from "./comparison.ts";
import type { DesignPoints } from "./figures/design-points.ts";

/** What every section of a report is written from. */
export interface ReportContext {
  readonly study: ResolvedStudy;
  readonly comparison: Comparison;
  /** Candidates by search. */
  readonly searches: ReadonlyMap<string, readonly CandidateRecord[]>;
  /** The designs that figures draw, by accounting in the order of the comparison. */
  readonly designs: readonly DesignPoints[];
  readonly verifications: readonly VerificationRecord[];
  readonly notes: readonly SearchNote[];
  /** Names of the searches that were made asynchronously. */
  readonly asynchronous: readonly string[];
  /** Every chip drawn by the searches. */
  readonly samples: readonly ChipSample[];
  /** Empty where they were not computed. */
  readonly sensitivities: readonly DesignSensitivity[];
  /** Absent where it was not computed. */
  readonly exploration?: Exploration;
}
