import type { SortedByThird } from "./exclusive-volume-3d.ts";

/** Points of three objectives in ascending order of the third, to which others are added and from which they are taken. */
export class SortedPoints implements SortedByThird {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly third: Float64Array;
  readonly id: Int32Array;
  count = 0;

  /** @param most points at a time */
  constructor(most: number) {
    this.first = new Float64Array(most);
    this.second = new Float64Array(most);
    this.third = new Float64Array(most);
    this.id = new Int32Array(most);
  }

  /** Where a point with this third objective stands, or would. */
  placeOf(third: number): number {
    let low = 0;
    let high = this.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (this.third[middle]! < third) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  insert([x, y, z]: readonly [number, number, number], id: number): void {
    const place = this.placeOf(z);
    for (const column of [this.first, this.second, this.third, this.id])
      column.copyWithin(place + 1, place, this.count);
    this.first[place] = x;
    this.second[place] = y;
    this.third[place] = z;
    this.id[place] = id;
    this.count++;
  }

  removeAt(place: number): void {
    for (const column of [this.first, this.second, this.third, this.id])
      column.copyWithin(place, place + 1, this.count);
    this.count--;
  }
}
