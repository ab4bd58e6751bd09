import { constrainedFronts, crowdingDistances, frontNumbers, withoutLeastContributors } from "@neurofront/pareto";
import type { EvaluatedPoint } from "@neurofront/core";

/** An evaluated design with its front of constrained domination among those it was last compared with; 0 is the best. */
export interface Placed extends EvaluatedPoint {
  front: number;
}

/** Distance of the reference point beyond the worst of a front, in units of the front's range. */
const REFERENCE = 1.1;

/**
 * The best `size` of the candidates, their fronts numbered: whole fronts of constrained domination, and of the front that does
 * not fit those that are left when the least contributor to its hypervolume is dropped again and again. With four
 * objectives and more the crowding distance decides instead; of infeasible ones with equal violations the first are kept.
 *
 * @param tolerated violation up to which a design counts as feasible
 */
export function hypervolumeSurvivors(candidates: readonly Placed[], size: number, tolerated = 0): Placed[] {
  const feasible: Placed[] = [];
  const others: Placed[] = [];
  for (const candidate of candidates) {
    const { status, violation } = candidate.score;
    if (status === "ok" && violation <= tolerated) feasible.push(candidate);
    else others.push(candidate);
  }
  const fronts = frontsOf(feasible);
  const chosen: Placed[] = [];
  for (let front = 0; front < fronts.length && chosen.length < size; front++) {
    const room = size - chosen.length;
    const members = fronts[front]!;
    add(chosen, members.length <= room ? members : reduced(members, room), front);
  }
  if (chosen.length === size) return chosen;
  for (const [more, indices] of constrainedFronts(others.map(({ score }) => score)).entries()) {
    const members = indices.slice(0, size - chosen.length).map((index) => others[index]!);
    add(chosen, members, fronts.length + more);
  }
  return chosen;
}

function add(chosen: Placed[], members: readonly Placed[], front: number): void {
  for (const member of members) {
    member.front = front;
    chosen.push(member);
  }
}

function frontsOf(feasible: readonly Placed[]): Placed[][] {
  const fronts: Placed[][] = [];
  if (feasible.length === 0) return fronts;
  const width = feasible[0]!.score.objectives.length;
  const rows = new Float64Array(width * feasible.length);
  for (let k = 0; k < feasible.length; k++) {
    const { objectives } = feasible[k]!.score;
    for (let m = 0; m < width; m++) rows[k * width + m] = objectives[m]!;
  }
  const numbers = frontNumbers(rows, width);
  for (let k = 0; k < numbers.length; k++) (fronts[numbers[k]!] ??= []).push(feasible[k]!);
  return fronts;
}

/** @param members of one front, more than `size` */
function reduced(members: readonly Placed[], size: number): Placed[] {
  const { objectives } = members[0]!.score;
  if (objectives.length === 1) return members.slice(0, size);
  if (objectives.length > 3) return leastCrowded(members, size);
  const reference = new Float64Array(objectives.length).fill(REFERENCE);
  const kept = withoutLeastContributors(normalised(members), reference, size);
  return Array.from(kept, (index) => members[index]!);
}

function leastCrowded(members: readonly Placed[], size: number): Placed[] {
  const crowding = crowdingDistances(members.map(({ score }) => score.objectives));
  // Not a difference: two infinite distances have none.
  const order = [...members.keys()].toSorted((a, b) =>
    crowding[a] === crowding[b] ? 0 : crowding[a]! > crowding[b]! ? -1 : 1,
  );
  return order.slice(0, size).map((index) => members[index]!);
}

/** Objectives row by row, those of the front from 0 to 1. */
function normalised(members: readonly Placed[]): Float64Array {
  const width = members[0]!.score.objectives.length;
  const rows = new Float64Array(width * members.length);
  for (let m = 0; m < width; m++) {
    let low = Infinity;
    let high = -Infinity;
    for (let k = 0; k < members.length; k++) {
      const value = members[k]!.score.objectives[m]!;
      if (value < low) low = value;
      if (value > high) high = value;
    }
    const range = high - low || 1;
    for (let k = 0; k < members.length; k++) rows[k * width + m] = (members[k]!.score.objectives[m]! - low) / range;
  }
  return rows;
}
