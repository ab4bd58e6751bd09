import type { CandidateRecord } from "@neurofront/core";

/** Candidates that break a rule among those looked at. */
export interface Share {
  readonly count: number;
  readonly of: number;
}

/** How often candidates of a search break a rule of a model or a constraint of the study. */
export interface RuleShare {
  readonly code: string;
  /** Of all candidates of the search. */
  readonly whole: Share;
  /** Of those near the front. */
  readonly near: Share;
  /** What the rule said to the candidate, among those that break it, that was closest to feasible. */
  readonly closest: string;
}

/**
 * The rules that candidates break, most frequent first; warnings are not counted. A candidate that breaks several counts for each.
 *
 * @param near those of the candidates that are near the front
 */
export function ruleShares(candidates: readonly CandidateRecord[], near: readonly CandidateRecord[]): RuleShare[] {
  const isNear = new Set(near);
  const rules = new Map<string, { whole: number; near: number; violation: number; closest: string }>();
  for (const record of candidates) {
    const said = new Map<string, string>();
    for (const { kind, code, message } of record.assessment.violations)
      if (kind !== "warning" && !said.has(code)) said.set(code, message);
    for (const [code, message] of said) {
      const rule = rules.get(code) ?? { whole: 0, near: 0, violation: Infinity, closest: message };
      rule.whole += 1;
      if (isNear.has(record)) rule.near += 1;
      if (record.violation < rule.violation) {
        rule.violation = record.violation;
        rule.closest = message;
      }
      rules.set(code, rule);
    }
  }
  return [...rules]
    .map(([code, rule]) => ({
      code,
      whole: { count: rule.whole, of: candidates.length },
      near: { count: rule.near, of: near.length },
      closest: rule.closest,
    }))
    .toSorted((a, b) => b.whole.count - a.whole.count || (a.code < b.code ? -1 : 1));
}
