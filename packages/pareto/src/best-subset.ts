import { exclusiveVolume3d } from "./exclusive-volume-3d.ts";
import { lexicographicOrder } from "./index-sort.ts";
import { withoutLeastContributors } from "./least-contributors.ts";
import { rowsOf } from "./rows.ts";
import { SortedPoints } from "./sorted-points.ts";

/** How often every chosen point of three objectives is tried against all others. */
const PASSES = 2;

/**
 * A few points of a front that dominate as much as possible below a reference point. With two objectives no other choice
 * dominates more; with three the least contributors are dropped one by one, and then each of those left is exchanged for the
 * point that adds most in its place. The exchange takes about 2 us times `size` times the points of the front.
 *
 * @param front mutually non-dominated points below the reference; 2 or 3 objectives
 * @param size at most this many
 * @returns indices into `front`, ascending
 */
export function bestSubset(
  front: readonly ArrayLike<number>[],
  reference: ArrayLike<number>,
  size: number,
): readonly number[] {
  if (reference.length !== 2 && reference.length !== 3)
    throw new Error(`a subset is chosen for 2 or 3 objectives, not for ${reference.length}`);
  if (front.length <= size) return [...front.keys()];
  const rows = rowsOf(front, reference.length);
  const chosen = reference.length === 2 ? best2d(rows, reference, size) : good3d(rows, reference, size);
  return chosen.toSorted((a, b) => a - b);
}

function good3d(rows: Float64Array, reference: ArrayLike<number>, size: number): number[] {
  const points = new SortedPoints(size);
  const pointOf = (index: number) => [rows[3 * index]!, rows[3 * index + 1]!, rows[3 * index + 2]!] as const;
  for (const index of withoutLeastContributors(rows, reference, size)) points.insert(pointOf(index), index);
  for (let pass = 0; pass < PASSES; pass++) {
    let isChanged = false;
    for (const index of Array.from(points.id)) {
      points.removeAt(points.id.indexOf(index));
      let best = index;
      let largest = gain(points, pointOf(index), reference);
      for (let other = 0; 3 * other < rows.length; other++) {
        const volume = gain(points, pointOf(other), reference);
        if (volume <= largest) continue;
        largest = volume;
        best = other;
      }
      points.insert(pointOf(best), best);
      if (best !== index) isChanged = true;
    }
    if (!isChanged) break;
  }
  return Array.from(points.id);
}

function gain(points: SortedPoints, point: readonly [number, number, number], reference: ArrayLike<number>): number {
  const place = points.placeOf(point[2]);
  return exclusiveVolume3d(points, [place, place], point, reference);
}

/**
 * Dynamic programming over the sorted front (Auger, Bader, Brockhoff and Zitzler, GECCO 2009, 563). What a choice of j points that
 * ends at one place is worth to a later point at the distance t from the reference is a line in t, its slope the second objective
 * there; slopes fall along the front and so do the distances, so the best line of all is found in one pass (Bringmann, Friedrich
 * and Klitzke, GECCO 2014, 589).
 */
function best2d(rows: Float64Array, reference: ArrayLike<number>, size: number): number[] {
  const order = lexicographicOrder(rows, 2);
  const count = order.length;
  const distance = Float64Array.from(order, (index) => reference[0]! - rows[2 * index]!);
  const second = Float64Array.from(order, (index) => rows[2 * index + 1]!);
  /** Best area of a choice that ends at each place, and the place before it in that choice, by number of points. */
  let area = Float64Array.from(second, (value, k) => distance[k]! * (reference[1]! - value));
  const before: Int32Array[] = [new Int32Array(count).fill(-1)];
  for (let points = 2; points <= size; points++) {
    const lines = new UpperLines(count);
    const longer = new Float64Array(count).fill(-Infinity);
    const from = new Int32Array(count).fill(-1);
    for (let k = points - 1; k < count; k++) {
      lines.add(k - 1, second[k - 1]!, area[k - 1]!);
      const best = lines.bestAt(distance[k]!);
      longer[k] = area[best]! + distance[k]! * (second[best]! - second[k]!);
      from[k] = best;
    }
    area = longer;
    before.push(from);
  }
  const chosen: number[] = [];
  let place = area.indexOf(Math.max(...area));
  for (let points = size; points >= 1; points--) {
    chosen.push(order[place]!);
    place = before[points - 1]![place]!;
  }
  return chosen;
}

/** Lines added with falling slopes, asked for the highest at falling places. */
class UpperLines {
  readonly #name: Int32Array;
  readonly #slope: Float64Array;
  readonly #offset: Float64Array;
  #start = 0;
  #end = 0;

  constructor(most: number) {
    this.#name = new Int32Array(most);
    this.#slope = new Float64Array(most);
    this.#offset = new Float64Array(most);
  }

  add(name: number, slope: number, offset: number): void {
    while (this.#end - this.#start >= 2 && this.#isBelow(this.#end - 1, slope, offset)) this.#end--;
    this.#name[this.#end] = name;
    this.#slope[this.#end] = slope;
    this.#offset[this.#end] = offset;
    this.#end++;
  }

  bestAt(t: number): number {
    const valueOf = (k: number): number => this.#offset[k]! + this.#slope[k]! * t;
    while (this.#end - this.#start >= 2 && valueOf(this.#start) <= valueOf(this.#start + 1)) this.#start++;
    return this.#name[this.#start]!;
  }

  /** Whether a line is nowhere the highest between the one before it and a new one. */
  #isBelow(k: number, slope: number, offset: number): boolean {
    const rise = (offset - this.#offset[k - 1]!) * (this.#slope[k - 1]! - this.#slope[k]!);
    const own = (this.#offset[k]! - this.#offset[k - 1]!) * (this.#slope[k - 1]! - slope);
    return own <= rise;
  }
}
