import { constrainedFronts, crowdingDistances } from "@neurofront/pareto";
import type { EvaluatedPoint } from "@neurofront/core";

/** An evaluated design with its place in the crowded comparison. */
export interface Ranked extends EvaluatedPoint {
  /** 0 is the best front. */
  readonly front: number;
  readonly crowding: number;
}

/**
 * The best `size` of the candidates: whole fronts of constrained domination, and of the front that does not fit the least
 * crowded (Deb, Pratap, Agarwal and Meyarivan, IEEE Trans. Evol. Comput. 6, 182 (2002), section III.C). Ties go to the
 * earlier candidate.
 */
export function survivors(candidates: readonly EvaluatedPoint[], size: number): Ranked[] {
  const chosen: Ranked[] = [];
  for (const [front, indices] of constrainedFronts(candidates.map(({ score }) => score)).entries()) {
    const crowding = crowdingDistances(indices.map((index) => candidates[index]!.score.objectives));
    const members = indices.map((index, place) => ({ ...candidates[index]!, front, crowding: crowding[place]! }));
    const room = size - chosen.length;
    chosen.push(...(members.length <= room ? members : members.toSorted(byCrowding).slice(0, room)));
    if (chosen.length === size) break;
  }
  return chosen;
}

/** Negative when `a` wins the crowded comparison against `b`, 0 when neither does. */
export function compareCrowded(a: Ranked, b: Ranked): number {
  return a.front - b.front || byCrowding(a, b);
}

function byCrowding(a: Ranked, b: Ranked): number {
  // Not a difference: two infinite distances have none.
  if (a.crowding === b.crowding) return 0;
  return a.crowding > b.crowding ? -1 : 1;
}
