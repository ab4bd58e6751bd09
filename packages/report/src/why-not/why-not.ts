import { searchedParameters } from "@neurofront/core";
import type { CandidateRecord, ResolvedStudy, ResolvedTechnology } from "@neurofront/core";
import type { TechnologyResult } from "../accounting-comparison.ts";
import { bindingOf } from "./binding.ts";
import type { Binding } from "./binding.ts";
import { frontLimits } from "./front-limits.ts";
import type { FrontLimit } from "./front-limits.ts";
import { nearFront } from "./near-front.ts";
import { ruleShares } from "./rule-shares.ts";
import type { RuleShare } from "./rule-shares.ts";

/** Why the search of one technology found nothing better. */
export interface WhyNot {
  readonly technology: string;
  /** Place of the technology in the study's list. */
  readonly technologyIndex: number;
  readonly search: string;
  readonly rules: readonly RuleShare[];
  /** One a design of the front, from the least to the largest first objective. */
  readonly bindings: readonly Binding[];
  readonly limits: readonly FrontLimit[];
}

/** Why the search of a technology found nothing better. */
export function whyNotOf(
  { technology, search, front }: TechnologyResult,
  candidates: readonly CandidateRecord[],
  study: ResolvedStudy,
): WhyNot {
  const technologyIndex = study.technologies.findIndex(({ name }) => name === technology);
  const searched = searchedParameters(study.technologies[technologyIndex] as ResolvedTechnology);
  const ordered = front.toSorted((a, b) => a.objectives[0]! - b.objectives[0]!);
  const bindings = ordered.map((member) => bindingOf(member, candidates, study.constraints, searched));
  return {
    technology,
    technologyIndex,
    search,
    rules: ruleShares(candidates, nearFront(candidates, front, searched)),
    bindings,
    limits: frontLimits(bindings),
  };
}
