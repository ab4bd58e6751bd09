import { frontNumbers } from "./front-numbers.ts";
import { rowsOf } from "./rows.ts";

/**
 * Split points into fronts: the first holds those that none dominates, each further one those that only earlier fronts
 * dominate.
 *
 * @param objectives minimised, of equal length
 * @returns indices into `objectives`, ascending within each front
 */
export function nonDominatedSort(objectives: readonly ArrayLike<number>[]): number[][] {
  const objectiveCount = objectives[0]?.length ?? 0;
  if (objectiveCount === 0) return objectives.length === 0 ? [] : [[...objectives.keys()]];
  const fronts: number[][] = [];
  for (const [index, front] of frontNumbers(rowsOf(objectives, objectiveCount), objectiveCount).entries())
    (fronts[front] ??= []).push(index);
  return fronts;
}
