import type { CandidateRecord } from "@neurofront/core";

/** How often a rule stands between the candidates of a search and feasibility. */
export interface ViolationShare {
  readonly code: string;
  /** Candidates that break the rule. */
  readonly count: number;
  /** Of the candidates that are not feasible, 0 ... 1. Shares of different codes may add up to more than 1. */
  readonly share: number;
  /** What the rule said to the candidate, among those that break it, that was closest to feasible. */
  readonly closest: string;
}

/**
 * The rules that candidates break, most frequent first; warnings are not counted.
 *
 * @param rejected candidates of one search that are not feasible
 */
export function violationShares(rejected: readonly CandidateRecord[]): ViolationShare[] {
  const rules = new Map<string, { count: number; violation: number; closest: string }>();
  for (const { assessment, violation } of rejected) {
    const seen = new Set<string>();
    for (const { kind, code, message } of assessment.violations) {
      if (kind === "warning" || seen.has(code)) continue;
      seen.add(code);
      const rule = rules.get(code) ?? { count: 0, violation: Infinity, closest: message };
      rule.count += 1;
      if (violation < rule.violation) {
        rule.violation = violation;
        rule.closest = message;
      }
      rules.set(code, rule);
    }
  }
  return [...rules]
    .map(([code, { count, closest }]) => ({ code, count, share: count / rejected.length, closest }))
    .toSorted((a, b) => b.count - a.count || (a.code < b.code ? -1 : 1));
}
