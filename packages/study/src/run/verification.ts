import { bestOf, frontOf } from "@neurofront/core";
import type { CandidateRecord, VerificationRecord } from "@neurofront/core";
import { withChips } from "@neurofront/system";
import type { SearchSetting } from "./assess-group.ts";
import { verificationChips } from "./chip-schedule.ts";
import type { Work } from "./work.ts";

/**
 * Draw chips, which nothing in the search has seen, for the best design of a search and the two ends of its front.
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
  return chosen.map(({ candidate, design, assessment }, k) => ({
    search: search.name,
    candidate,
    assessment: {
      ...withChips(answers[k]!.assessment, answers[k]!.chips, workloadOf(design)),
      ...(assessment.fidelity === undefined ? {} : { fidelity: assessment.fidelity }),
    },
  }));
}
