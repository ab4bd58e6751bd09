/** Points of three objectives, one array for each, in ascending order of the third. */
export interface SortedByThird {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly third: Float64Array;
  /** How many of the places hold a point. */
  readonly count: number;
}

/** What the others cover of the rectangle above a point: a staircase, and the area it leaves. */
class Cover {
  /** Corners, ascending in x and descending in y. */
  #x = new Float64Array(64);
  #y = new Float64Array(64);
  #count = 0;
  #left = 0;
  #bottom = 0;
  #right = 0;
  #top = 0;
  /** Area of the rectangle that is not covered. */
  area = 0;
  /** Beyond these all is covered. */
  limitX = 0;
  limitY = 0;

  begin(left: number, bottom: number, right: number, top: number): void {
    this.#count = 0;
    this.#left = left;
    this.#bottom = bottom;
    this.#right = right;
    this.#top = top;
    this.area = (right - left) * (top - bottom);
    this.limitX = right;
    this.limitY = top;
  }

  /** Whether what lies right of and above a corner of the rectangle is covered. */
  has(x: number, y: number): boolean {
    const place = this.#placeOf(x);
    return (
      (place > 0 && this.#y[place - 1]! <= y) || (place < this.#count && this.#x[place] === x && this.#y[place]! <= y)
    );
  }

  /** Covers what lies right of and above a corner that is not covered. */
  add(x: number, y: number): void {
    const place = this.#placeOf(x);
    let edge = x;
    let height = place > 0 ? this.#y[place - 1]! : this.#top;
    let after = place;
    for (; after < this.#count && this.#y[after]! >= y; after++) {
      this.area -= (this.#x[after]! - edge) * (height - y);
      edge = this.#x[after]!;
      height = this.#y[after]!;
    }
    this.area -= ((after < this.#count ? this.#x[after]! : this.#right) - edge) * (height - y);
    this.#move(after, place + 1 - after);
    this.#x[place] = x;
    this.#y[place] = y;
    if (y === this.#bottom) this.limitX = x;
    if (x === this.#left) this.limitY = y;
  }

  #placeOf(x: number): number {
    let place = 0;
    while (place < this.#count && this.#x[place]! < x) place++;
    return place;
  }

  #move(from: number, shift: number): void {
    if (shift === 1) {
      if (this.#count + 1 > this.#x.length) this.#grow();
      for (let k = this.#count; k >= from + 1; k--) {
        this.#x[k] = this.#x[k - 1]!;
        this.#y[k] = this.#y[k - 1]!;
      }
    } else if (shift < 0) {
      for (let k = from; k < this.#count; k++) {
        this.#x[k + shift] = this.#x[k]!;
        this.#y[k + shift] = this.#y[k]!;
      }
    }
    this.#count += shift;
  }

  #grow(): void {
    const [x, y] = [this.#x, this.#y];
    this.#x = new Float64Array(2 * x.length);
    this.#y = new Float64Array(2 * y.length);
    this.#x.set(x);
    this.#y.set(y);
  }
}

const cover = new Cover();

/**
 * The volume that a point alone dominates below a reference point, besides others: what is not covered of the rectangle above it,
 * along the third objective.
 *
 * @param below the others at the places before this one have a third objective of at most `z`
 * @param above the others from this place on have one of at least `z`; the point itself may stand between
 */
export function exclusiveVolume3d(
  { first, second, third, count }: SortedByThird,
  [below, above]: readonly [number, number],
  [x, y, z]: readonly [number, number, number],
  reference: ArrayLike<number>,
): number {
  const largestZ = reference[2]!;
  cover.begin(x, y, reference[0]!, reference[1]!);
  // The nearest cover most.
  for (let k = below - 1; k >= 0; k--) {
    const otherX = first[k]!;
    const otherY = second[k]!;
    if (otherX >= cover.limitX || otherY >= cover.limitY) continue;
    const cutX = otherX < x ? x : otherX;
    const cutY = otherY < y ? y : otherY;
    if (cutX === x && cutY === y) return 0;
    if (!cover.has(cutX, cutY)) cover.add(cutX, cutY);
  }
  let height = z;
  let volume = 0;
  for (let k = above; k < count; k++) {
    const otherX = first[k]!;
    const otherY = second[k]!;
    if (otherX >= cover.limitX || otherY >= cover.limitY) continue;
    const cutX = otherX < x ? x : otherX;
    const cutY = otherY < y ? y : otherY;
    if (cover.has(cutX, cutY)) continue;
    const level = third[k]!;
    if (level >= largestZ) break;
    volume += cover.area * (level - height);
    height = level;
    if (cutX === x && cutY === y) return volume;
    cover.add(cutX, cutY);
  }
  return volume + cover.area * (largestZ - height);
}
