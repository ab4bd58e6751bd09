import type { Accounting, Assessment, CandidateRecord, MetricName } from "@neurofront/core";
import type { ViolationShare } from "./violation-shares.ts";

/** All technologies under one accounting. */
export interface AccountingComparison {
  readonly accounting: Accounting;
  /** One plain sentence: who wins, with what, and by what factor. */
  readonly headline: string;
  /** In the study's order. */
  readonly technologies: readonly TechnologyResult[];
  /** The technology with the best design of all, undefined when no technology has a feasible design. */
  readonly winner?: TechnologyResult;
  /** Best design of each technology in units of each other's, for ordered pairs that both have one. */
  readonly ratios: readonly BestRatio[];
}

/** What the search of one technology under one accounting found. */
export interface TechnologyResult {
  readonly technology: string;
  readonly title: string;
  readonly search: string;
  readonly counts: {
    readonly assessed: number;
    readonly impossible: number;
    /** Can be built, but breaks a rule or a constraint. */
    readonly infeasible: number;
    readonly feasible: number;
  };
  /** Feasible candidates that no other dominates in the study's objectives. */
  readonly front: readonly CandidateRecord[];
  /** The best feasible candidate by the study's rank; absent when none is feasible. */
  readonly best?: CandidateRecord;
  /** Accuracy of the best design counted on drawn chips, where it was verified. */
  readonly drawn?: NonNullable<Assessment["monteCarlo"]>;
  /** What the candidates that are not feasible break, most frequent first. */
  readonly violations: readonly ViolationShare[];
}

/** The best design of one technology in units of another's. */
export interface BestRatio {
  readonly of: string;
  readonly to: string;
  /** `of` divided by `to`; a metric whose ratio does not exist (division by zero) is left out. */
  readonly ratios: Readonly<Partial<Record<MetricName, number>>>;
}
