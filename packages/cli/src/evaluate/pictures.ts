import type { CandidateRecord, DesignSensitivity, Exploration } from "@neurofront/core";
import { exploreBest, frontSensitivities } from "@neurofront/study";
import type { RunnableStudy } from "@neurofront/study";

/** What models say around the best designs of a study. */
export interface Pictures {
  readonly sensitivities: readonly DesignSensitivity[];
  readonly exploration: Exploration;
}

/** Those pictures that are wanted. */
export function picturesOf(
  runnable: RunnableStudy,
  recordsOf: (search: string) => readonly CandidateRecord[],
  wanted: readonly (keyof Pictures)[],
): Partial<Pictures> {
  return {
    ...(wanted.includes("sensitivities") ? { sensitivities: frontSensitivities(runnable, recordsOf) } : {}),
    ...(wanted.includes("exploration") ? { exploration: exploreBest(runnable, recordsOf) } : {}),
  };
}
