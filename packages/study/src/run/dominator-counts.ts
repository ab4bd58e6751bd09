import { dominates } from "@neurofront/core";

/** How many of all dominate each. Of one or two objectives in the time that sorting takes; of more every pair is compared. */
export function dominatorCounts(all: readonly (readonly number[])[]): number[] {
  if (all.every(({ length }) => length <= 2)) return swept(all.map(([first = 0, second = 0]) => [first, second]));
  return all.map((own) => all.filter((other) => dominates(other, own)).length);
}

/** From left to right, how many of those before are as low: all of them dominate, but those that are equal. */
function swept(all: readonly (readonly number[])[]): number[] {
  const order = [...all.keys()].toSorted((a, b) => all[a]![0]! - all[b]![0]! || all[a]![1]! - all[b]![1]!);
  const heights = [...new Set(all.map((own) => own[1]!))].toSorted((a, b) => a - b);
  const levels = new Map(heights.map((height, level) => [height, level + 1]));
  // Sums over ranges of levels whose lengths are powers of two (P. M. Fenwick, Softw. Pract. Exp. 24, 327 (1994)).
  const sums = new Int32Array(heights.length + 1);
  const counts = Array.from({ length: all.length }, () => 0);
  let equals = 0;
  for (const [at, place] of order.entries()) {
    const [own, last] = [all[place]!, all[order[at - 1]!]];
    equals = last !== undefined && last[0] === own[0] && last[1] === own[1] ? equals + 1 : 0;
    const level = levels.get(own[1]!)!;
    let below = 0;
    for (let k = level; k > 0; k -= k & -k) below += sums[k]!;
    for (let k = level; k < sums.length; k += k & -k) sums[k]! += 1;
    counts[place] = below - equals;
  }
  return counts;
}
