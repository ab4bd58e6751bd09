import type { CandidateRecord, MonteCarloAccuracy, ResolvedStudy, VerificationRecord } from "@neurofront/core";
import type { ComparedArchive } from "../../src/compare/compared-archive.ts";
import type { Entrant, EntrantRun } from "../../src/compare/entrant.ts";
import { record } from "../records.ts";
import { syntheticStudy, technologies } from "../synthetic-study.ts";

/** Two technologies under one accounting. */
export const twoTechnologies = technologies.filter(({ name }) => name === "dwm" || name === "latch");

/** An archive of two technologies, every search finished. */
export function archive(
  label: string,
  candidates: readonly CandidateRecord[],
  study: Partial<ResolvedStudy> = {},
  verifications: readonly VerificationRecord[] = [],
): ComparedArchive {
  return {
    label,
    study: {
      ...syntheticStudy({ technologies: twoTechnologies, accounting: ["full"] }),
      budget: { evaluations: 2 },
      ...study,
    },
    candidates,
    verifications,
    notes: [],
  };
}

/** A design of a technology by energy, delay and accuracy under the full accounting. */
export function design(
  technology: string,
  candidate: number,
  energy_fJ: number,
  delay_ns: number,
  accuracy = 0.99,
): CandidateRecord {
  return record(technology, "full", candidate, { "synapse-static": energy_fJ }, delay_ns, accuracy);
}

/** A run whose best design is the first of its candidates and whose front they all are. */
export function run(candidates: readonly CandidateRecord[], drawn?: MonteCarloAccuracy): EntrantRun {
  const [best] = candidates;
  return {
    archive: "made-up",
    seed: 1,
    search: best?.search ?? "none/full",
    candidates,
    front: candidates,
    ...(best && { best }),
    ...(drawn && { drawn: { clean: drawn, test: drawn } }),
  };
}

/** An entrant of such runs. */
export function entrant(name: string, ...runs: readonly EntrantRun[]): Entrant {
  return { name, title: name, accounting: "full", runs };
}

/** Chips whose accuracy has these percentiles. */
export function chips(p05: number, p50: number, p95: number): MonteCarloAccuracy {
  return { chips: 200, mean: p50, low: p50 - 0.01, high: p50 + 0.01, p05, p50, p95 };
}
