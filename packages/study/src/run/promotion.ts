import { nonDominated, rungOf } from "@neurofront/core";
import type { CandidateRecord, LowerFidelity, ResolvedFidelity, ResolvedPromotion } from "@neurofront/core";
import { dominatorCounts } from "./dominator-counts.ts";

/** What a candidate is worth at one fidelity: all candidates that have been there can be compared. */
export interface Standing {
  readonly candidate: number;
  readonly objectives: readonly number[];
  readonly violation: number;
  readonly isPossible: boolean;
}

/** What a candidate was worth at a fidelity, by its number from the lowest; undefined where it has not been there. */
export function standingAt(record: CandidateRecord, rung: number): Standing | undefined {
  const { candidate, assessment } = record;
  if (rung > rungOf(record)) return undefined;
  const { status, objectives, violation } =
    rung === rungOf(record) ? { ...record, status: assessment.status } : assessment.lower![rung]!;
  return { candidate, objectives, violation, isPossible: status === "ok" };
}

/** A candidate's numbers as its next fidelity keeps them. */
export function asLower({ assessment, objectives, violation }: CandidateRecord): LowerFidelity[] {
  const { status, metrics, fidelity, lower = [] } = assessment;
  return [...lower, { fidelity: fidelity!, status, metrics, objectives, violation }];
}

/**
 * The candidates of a group that go on to the next fidelity, best first.
 *
 * `front`: those feasible ones that no candidate of their fidelity dominates. `share`: those within the best share of all that
 * have been at their fidelity, by constrained rank (successive halving whose rungs fill as candidates come: K. Jamieson, A.
 * Talwalkar, AISTATS (2016) 240; L. Li et al., "A system for massively parallel hyperparameter tuning", MLSys (2020)).
 *
 * @param group candidates that have come to the fidelity and not beyond
 * @param all standings of every candidate that has been at it, those of the group among them
 */
export function promoted(
  group: readonly CandidateRecord[],
  all: readonly Standing[],
  rule: ResolvedPromotion,
): CandidateRecord[] {
  const chosen =
    rule.rule === "front"
      ? nonDominated(all.filter(isFeasible), ({ objectives }) => objectives)
      : byConstrainedRank(all).slice(0, Math.max(1, Math.floor(rule.share * all.length)));
  const place = new Map(
    chosen.filter(({ isPossible }) => isPossible).map(({ candidate }, index) => [candidate, index]),
  );
  return group
    .filter(({ candidate }) => place.has(candidate))
    .toSorted((a, b) => place.get(a.candidate)! - place.get(b.candidate)!);
}

function isFeasible({ isPossible, violation }: Standing): boolean {
  return isPossible && violation === 0;
}

/** Feasible before infeasible before impossible; the feasible by how many dominate them, the others by violation; then by number. */
function byConstrainedRank(all: readonly Standing[]): Standing[] {
  const feasible = all.filter(isFeasible);
  const counts = dominatorCounts(feasible.map(({ objectives }) => objectives));
  const dominators = new Map(feasible.map((one, k) => [one, counts[k]!]));
  const worth = (one: Standing): readonly [class_: number, rank: number] => {
    if (!one.isPossible) return [2, one.violation];
    if (one.violation > 0) return [1, one.violation];
    return [0, dominators.get(one)!];
  };
  return all
    .map((one) => ({ one, key: [...worth(one), one.candidate] }))
    .toSorted((a, b) => a.key[0]! - b.key[0]! || a.key[1]! - b.key[1]! || a.key[2]! - b.key[2]!)
    .map(({ one }) => one);
}

/** Cost of an assessment at each fidelity, lowest first; one that costs 1 where a technology has none. */
export function costsOf(fidelities: readonly ResolvedFidelity[] | undefined): readonly number[] {
  return fidelities?.map(({ cost }) => cost) ?? [1];
}

/** What a candidate has taken of the budget. */
export function spentOn(record: CandidateRecord, costs: readonly number[]): number {
  return costs.slice(0, rungOf(record) + 1).reduce((sum, cost) => sum + cost, 0);
}
