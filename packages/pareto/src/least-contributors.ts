import { contributions3d } from "./contributions-3d.ts";
import { exclusiveVolume3d } from "./exclusive-volume-3d.ts";
import { identityOrder, lexicographicOrder, sortIndices } from "./index-sort.ts";
import { columnOf } from "./rows.ts";

/**
 * Which of some mutually non-dominated points are left when the least contributor to their hypervolume is dropped again and
 * again (Beume, Naujoks and Emmerich, Eur. J. Oper. Res. 181, 1653 (2007)).
 *
 * @param rows points, row by row
 * @param reference one value per objective; 2 or 3 objectives. With two, the ends of the front stay to the last.
 * @param size how many are left, at most as many as there are
 * @returns indices of the rows, ascending
 */
export function withoutLeastContributors(rows: Float64Array, reference: ArrayLike<number>, size: number): Int32Array {
  const isGone = reference.length === 2 ? dropped2d(rows, size) : dropped3d(rows, reference, size);
  const kept = new Int32Array(size);
  let end = 0;
  for (let k = 0; k < isGone.length; k++) if (isGone[k] === 0) kept[end++] = k;
  return kept;
}

/** Each removal changes only the contributions of two neighbours. */
function dropped2d(rows: Float64Array, size: number): Uint8Array {
  const isGone = new Uint8Array(rows.length / 2);
  const index = lexicographicOrder(rows, 2);
  const first = Float64Array.from(index, (k) => rows[2 * k]!);
  const second = Float64Array.from(index, (k) => rows[2 * k + 1]!);
  const share = new Float64Array(index.length).fill(Infinity);
  const shareOf = (k: number): number => (first[k + 1]! - first[k]!) * (second[k - 1]! - second[k]!);
  let count = index.length;
  for (let k = 1; k < count - 1; k++) share[k] = shareOf(k);
  while (count > size) {
    const least = indexOfLeast(share, count);
    isGone[index[least]!] = 1;
    for (const column of [index, first, second, share]) column.copyWithin(least, least + 1, count);
    count--;
    if (least > 1) share[least - 1] = shareOf(least - 1);
    if (least > 0 && least < count - 1) share[least] = shareOf(least);
  }
  return isGone;
}

/**
 * Removals only raise the contributions of those that are left, so an old value is a lower bound: the least one is computed
 * anew, and dropped if it still is the least.
 */
function dropped3d(rows: Float64Array, reference: ArrayLike<number>, size: number): Uint8Array {
  const isGone = new Uint8Array(rows.length / 3);
  const index = identityOrder(isGone.length);
  sortIndices(index, columnOf(rows, 3, 2));
  const inOrder = (m: number): Float64Array => Float64Array.from(index, (k) => rows[3 * k + m]!);
  const points = { first: inOrder(0), second: inOrder(1), third: inOrder(2), count: isGone.length };
  const { first, second, third } = points;
  const shares = contributions3d(rows, reference);
  const share = Float64Array.from(index, (k) => shares[k]!);
  /** The number of points left when a share was computed. */
  const computedWith = new Int32Array(isGone.length).fill(isGone.length);
  while (points.count > size) {
    const least = indexOfLeast(share, points.count);
    if (computedWith[least] !== points.count) {
      const point = [first[least]!, second[least]!, third[least]!] as const;
      share[least] = exclusiveVolume3d(points, [least, least + 1], point, reference);
      computedWith[least] = points.count;
      continue;
    }
    isGone[index[least]!] = 1;
    for (const column of [index, first, second, third, share, computedWith])
      column.copyWithin(least, least + 1, points.count);
    points.count--;
  }
  return isGone;
}

/** The first of equals. */
function indexOfLeast(values: Float64Array, count: number): number {
  let least = 0;
  let smallest = values[0]!;
  for (let k = 1; k < count; k++) {
    const value = values[k]!;
    if (value < smallest) {
      smallest = value;
      least = k;
    }
  }
  return least;
}
