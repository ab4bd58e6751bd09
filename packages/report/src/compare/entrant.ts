import type { Accounting, CandidateRecord, MonteCarloAccuracy } from "@neurofront/core";

/** One search of a technology: one archive, one seed. */
export interface EntrantRun {
  readonly archive: string;
  readonly seed: number;
  readonly search: string;
  readonly candidates: readonly CandidateRecord[];
  /** Feasible candidates that no other of the run dominates in the study's objectives. */
  readonly front: readonly CandidateRecord[];
  /** The best feasible candidate by the study's rank; absent when none is feasible. */
  readonly best?: CandidateRecord;
  /** Accuracy of the best candidate on drawn chips, where it was verified. */
  readonly drawn?: { readonly clean: MonteCarloAccuracy; readonly test: MonteCarloAccuracy };
}

/** A technology under one accounting as it enters a comparison, with every run of it. */
export interface Entrant {
  /** Name of the technology, with the archive's label where two different ones share it. */
  readonly name: string;
  readonly title: string;
  readonly accounting: Accounting;
  readonly runs: readonly EntrantRun[];
}
