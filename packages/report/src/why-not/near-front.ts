import type { CandidateRecord, SearchedParameter } from "@neurofront/core";

/** Share of every range within which a design is near another. */
export const NEAR = 0.1;

/**
 * Distance of two designs of a search: the largest difference among their coordinates, in ranges; infinite where a choice differs.
 *
 * @param searched the free parameters, in the order of the coordinates
 */
export function designDistance(a: CandidateRecord, b: CandidateRecord, searched: readonly SearchedParameter[]): number {
  let largest = 0;
  for (let k = 0; k < a.coordinates.length; k++) {
    const difference = Math.abs(a.coordinates[k]! - b.coordinates[k]!);
    if (difference > 0 && searched[k]?.parameter.choice !== undefined) return Infinity;
    largest = Math.max(largest, difference);
  }
  return largest;
}

/** The candidates within {@link NEAR} of any design of the front, the front itself included. */
export function nearFront(
  candidates: readonly CandidateRecord[],
  front: readonly CandidateRecord[],
  searched: readonly SearchedParameter[],
): CandidateRecord[] {
  return candidates.filter((record) => front.some((member) => designDistance(record, member, searched) <= NEAR));
}
