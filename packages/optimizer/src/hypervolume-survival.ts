import type { Score } from "@neurofront/core";
import { constrainedFronts } from "./pareto/constrained-domination.ts";
import { crowdingDistances } from "./pareto/crowding.ts";
import { hypervolumeContributions } from "./pareto/hypervolume-contributions.ts";
import type { Evaluated } from "./survival.ts";

/** An evaluated design with its front of constrained domination; 0 is the best. */
export interface Placed extends Evaluated {
  readonly front: number;
}

/** Distance of the reference point beyond the worst of a front, in units of the front's range. */
const REFERENCE = 1.1;
/** With three objectives, share of what must go that goes at a time before contributions are computed again. */
const ROUND = 1 / 3;

/**
 * The best `size` of the candidates: whole fronts of constrained domination, and of the front that does not fit those that
 * are left when the least contributor to its hypervolume is dropped again and again (Beume, Naujoks and Emmerich, Eur. J. Oper.
 * Res. 181, 1653 (2007)). With three objectives a third of the excess is dropped at a time. With four and more, and for
 * infeasible fronts, which have one violation, the crowding distance decides instead.
 */
export function hypervolumeSurvivors(candidates: readonly Evaluated[], size: number): Placed[] {
  const chosen: Placed[] = [];
  for (const [front, indices] of constrainedFronts(candidates.map(({ score }) => score)).entries()) {
    const members = indices.map((index): Placed => ({ ...candidates[index]!, front }));
    const room = size - chosen.length;
    chosen.push(...(members.length <= room ? members : reduced(members, room)));
    if (chosen.length === size) break;
  }
  return chosen;
}

/** @param members of one front, more than `size` */
function reduced(members: readonly Placed[], size: number): Placed[] {
  const { status, violation, objectives } = members[0]!.score;
  if (status === "impossible" || violation > 0) return members.slice(0, size);
  if (objectives.length === 1) return members.slice(0, size);
  if (objectives.length === 2) return reduced2d(members, size);
  if (objectives.length === 3) return reduced3d(members, size);
  const crowding = crowdingDistances(members.map(({ score }) => score.objectives));
  const order = [...members.keys()].toSorted((a, b) =>
    crowding[a] === crowding[b] ? a - b : crowding[a]! > crowding[b]! ? -1 : 1,
  );
  return order.slice(0, size).map((index) => members[index]!);
}

const objective = ({ score }: { readonly score: Score }, m: number): number => score.objectives[m]!;

/** The ends stay as long as there is anything else; each removal changes only its neighbours' contributions. */
function reduced2d(members: readonly Placed[], size: number): Placed[] {
  const sorted = members.toSorted((a, b) => objective(a, 0) - objective(b, 0) || objective(a, 1) - objective(b, 1));
  const count = sorted.length;
  const first = Float64Array.from(sorted, (member) => objective(member, 0));
  const second = Float64Array.from(sorted, (member) => objective(member, 1));
  const left = Int32Array.from(sorted, (_, k) => k - 1);
  const right = Int32Array.from(sorted, (_, k) => k + 1);
  const share = new Float64Array(count);
  const shareOf = (k: number): number => {
    const [l, r] = [left[k]!, right[k]!];
    return l < 0 || r === count ? Infinity : (first[r]! - first[k]!) * (second[l]! - second[k]!);
  };
  for (let k = 0; k < count; k++) share[k] = shareOf(k);
  const isGone = new Uint8Array(count);
  for (let excess = count - size; excess > 0; excess--) {
    let least = -1;
    let smallest = Infinity;
    for (let k = 0; k < count; k++) {
      if (isGone[k] === 0 && (least < 0 || share[k]! < smallest)) {
        smallest = share[k]!;
        least = k;
      }
    }
    isGone[least] = 1;
    const [l, r] = [left[least]!, right[least]!];
    if (l >= 0) {
      right[l] = r;
      share[l] = shareOf(l);
    }
    if (r < count) {
      left[r] = l;
      share[r] = shareOf(r);
    }
  }
  return sorted.filter((_, k) => isGone[k] === 0);
}

function reduced3d(members: readonly Placed[], size: number): Placed[] {
  const [low, range] = boundsOf(members);
  let left = members;
  while (left.length > size) {
    const drop = Math.max(1, Math.floor((left.length - size) * ROUND));
    const points = new Float64Array(3 * left.length);
    for (const [index, member] of left.entries())
      for (let m = 0; m < 3; m++) points[3 * index + m] = (objective(member, m) - low[m]!) / range[m]!;
    const share = hypervolumeContributions(points, [REFERENCE, REFERENCE, REFERENCE]);
    const order = [...left.keys()].toSorted((a, b) => share[a]! - share[b]! || b - a);
    const gone = new Set(order.slice(0, drop));
    left = left.filter((_, index) => !gone.has(index));
  }
  return [...left];
}

function boundsOf(members: readonly Placed[]): [low: number[], range: number[]] {
  const count = members[0]!.score.objectives.length;
  const low = Array.from({ length: count }, (_, m) => Math.min(...members.map((member) => objective(member, m))));
  const range = low.map((value, m) => Math.max(...members.map((member) => objective(member, m))) - value || 1);
  return [low, range];
}
