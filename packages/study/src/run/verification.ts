import { bestOf, frontOf } from "@neurofront/core";
import type { CandidateRecord, VerificationRecord } from "@neurofront/core";
import { withChips } from "@neurofront/system";
import type { SearchSetting } from "./assess-group.ts";
import { verificationChips } from "./chip-schedule.ts";
import { failureOf } from "./model-failure.ts";
import type { Work } from "./work.ts";

/**
 * Draw chips, which nothing in the search has seen, for the best design of a search and the two ends of its front. One whose model
 * fails on them stays unverified.
 *
 * @param isVerified those that were verified before
 */
export function* verifyBest(
  { study, search, workloadOf }: SearchSetting,
  all: readonly CandidateRecord[],
  isVerified: (record: CandidateRecord) => boolean,
): Work<VerificationRecord[]> {
  const best = bestOf(all, study.rank);
  if (best === undefined) return [];
  const front = frontOf(all).toSorted((a, b) => a.objectives[0]! - b.objectives[0]!);
  const chosen = [...new Set([best, front[0]!, front.at(-1)!])].filter((record) => !isVerified(record));
  const answers = yield chosen.map(({ candidate, design }) => ({
    search: search.name,
    technology: search.technology.name,
    accounting: search.accounting,
    candidate,
    design,
    chips: verificationChips(study),
  }));
  return chosen.flatMap(({ candidate, design, assessment: { fidelity } }, k) => {
    const { assessment, chips } = answers[k]!;
    if (failureOf(assessment) !== undefined) return [];
    const verified = withChips(assessment, chips, workloadOf(design));
    return {
      search: search.name,
      candidate,
      assessment: fidelity === undefined ? verified : { ...verified, fidelity },
    };
  });
}
