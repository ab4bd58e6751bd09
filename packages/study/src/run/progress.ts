import type { CandidateRecord } from "@neurofront/core";

/** What a run tells while it goes on. */
export interface Progress {
  readonly search: string;
  readonly stage: "search" | "verify";
  /** Of this search. */
  readonly done: number;
  readonly budget: number;
  /** Of the whole study. */
  readonly totalDone: number;
  readonly totalBudget: number;
  /** Best feasible candidate of this search so far. */
  readonly best: CandidateRecord | undefined;
  /** What the optimizer decided since the last time. */
  readonly notes: readonly string[];
}

/** Told how far a run is. */
export type OnRunProgress = (progress: Progress) => void;
