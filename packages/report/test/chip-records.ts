import { randomAt } from "@neurofront/core";
import type { CandidateRecord, ChipSample, ConstraintStanding, Sampling } from "@neurofront/core";
import { record } from "./records.ts";

/** A candidate with chips of a mean accuracy: their scatter is common to all, but for a part. */
export interface Drawn {
  readonly energy_fJ: number;
  readonly accuracy: number;
  readonly own?: number;
  readonly chips?: number;
  readonly standing?: ConstraintStanding;
  readonly purpose?: Sampling["purpose"];
}

/** Candidates of one search with their chips; the objectives are the energy and the mean accuracy on test patterns. */
export function drawnCandidates(drawn: readonly Drawn[]): {
  readonly records: CandidateRecord[];
  readonly samples: ChipSample[];
} {
  const samples = drawn.map(({ accuracy, own = 0, chips = 50 }, candidate): ChipSample => {
    const values = Float64Array.from(
      { length: chips },
      (_, k) =>
        accuracy + 0.1 * (randomAt(1, "chip", k).uniform() - 0.5) + own * (randomAt(2, candidate, k).uniform() - 0.5),
    );
    return { search: "dwm/full", candidate, fidelity: "", first: 0, clean: values, test: values };
  });
  const records = drawn.map(({ energy_fJ, standing = "met", purpose = "search" }, candidate): CandidateRecord => {
    const base = record("dwm", "full", candidate, { sense: energy_fJ }, 1);
    const { test } = samples[candidate]!;
    const mean = test.reduce((sum, value) => sum + value, 0) / test.length;
    const summary = { chips: test.length, mean, low: mean, high: mean, p05: mean, p50: mean, p95: mean };
    const sampling: Sampling = {
      purpose,
      first: 0,
      drawn: test.length,
      most: 200,
      end: standing === "undecided" ? "maximum" : "decided",
      standings: [standing],
      standardErrors: [0, 0.03 / Math.sqrt(test.length)],
    };
    return {
      ...base,
      objectives: [base.objectives[0]!, -mean],
      violation: standing === "broken" ? 0.1 : 0,
      assessment: { ...base.assessment, monteCarlo: { clean: summary, test: summary, sampling } },
    };
  });
  return { records, samples };
}
