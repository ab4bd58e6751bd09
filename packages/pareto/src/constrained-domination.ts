import type { Score } from "@neurofront/core";
import { nonDominatedSort } from "./non-dominated-sort.ts";

/** What ranking needs to know of a score. */
export type Outcome = Pick<Score, "status" | "objectives" | "violation">;

/**
 * Fronts of constrained domination, best first: feasible ones by domination, then infeasible ones by violation, at last
 * impossible ones by their distance from possible (Deb, Comput. Methods Appl. Mech. Eng. 186, 311 (2000); Deb et al., IEEE
 * Trans. Evol. Comput. 6, 182 (2002), section VI.A). Equal violations share a front.
 *
 * @returns indices into `outcomes`, ascending within each front
 */
export function constrainedFronts(outcomes: readonly Outcome[]): number[][] {
  const feasible: number[] = [];
  const infeasible: number[] = [];
  const impossible: number[] = [];
  for (const [index, { status, violation }] of outcomes.entries()) {
    if (status === "impossible") impossible.push(index);
    else if (violation > 0) infeasible.push(index);
    else feasible.push(index);
  }
  const sorted = nonDominatedSort(feasible.map((index) => outcomes[index]!.objectives));
  return [
    ...sorted.map((front) => front.map((place) => feasible[place]!)),
    ...byViolation(outcomes, infeasible),
    ...byViolation(outcomes, impossible),
  ];
}

function byViolation(outcomes: readonly Outcome[], indices: readonly number[]): number[][] {
  const order = indices.toSorted((a, b) => {
    const difference = outcomes[a]!.violation - outcomes[b]!.violation;
    // Two infinite violations have no difference.
    return difference < 0 ? -1 : difference > 0 ? 1 : a - b;
  });
  const fronts: number[][] = [];
  let last = Number.NaN;
  for (const index of order) {
    const { violation } = outcomes[index]!;
    if (violation === last) fronts.at(-1)!.push(index);
    else fronts.push([index]);
    last = violation;
  }
  return fronts;
}
