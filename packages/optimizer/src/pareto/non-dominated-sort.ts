import { dominates } from "@neurofront/core";

/**
 * Split points into fronts: the first holds those that none dominates, each further one those that only earlier fronts
 * dominate (Deb, Pratap, Agarwal and Meyarivan, IEEE Trans. Evol. Comput. 6, 182 (2002), section III.A).
 *
 * The fronts are found as by Zhang, Tian, Cheng and Jin, IEEE Trans. Evol. Comput. 19, 201 (2015): in lexicographic order
 * nothing is dominated by what follows, and a point that no member of a front dominates is dominated by no later front, so
 * the front of each point is found by bisection.
 *
 * @param objectives minimised, of equal length
 * @returns indices into `objectives`, ascending within each front
 */
export function nonDominatedSort(objectives: readonly (readonly number[])[]): number[][] {
  const order = objectives
    .map((_, index) => index)
    .toSorted((a, b) => compare(objectives[a]!, objectives[b]!) || a - b);
  const fronts: number[][] = [];
  for (const index of order) {
    let low = 0;
    let high = fronts.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isDominated(objectives, fronts[middle]!, index)) low = middle + 1;
      else high = middle;
    }
    if (low === fronts.length) fronts.push([]);
    fronts[low]!.push(index);
  }
  for (const front of fronts) front.sort((a, b) => a - b);
  return fronts;
}

function compare(a: readonly number[], b: readonly number[]): number {
  for (let k = 0; k < a.length; k++) if (a[k] !== b[k]) return a[k]! - b[k]!;
  return 0;
}

/** The members found last are the nearest, so most searches end with the first comparison. */
function isDominated(objectives: readonly (readonly number[])[], front: readonly number[], index: number): boolean {
  const own = objectives[index]!;
  for (let k = front.length - 1; k >= 0; k--) if (dominates(objectives[front[k]!]!, own)) return true;
  return false;
}
