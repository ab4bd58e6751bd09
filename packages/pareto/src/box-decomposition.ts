/** Boxes [low, high) of the space of objectives, row by row; -Infinity is a legal low. */
export interface Boxes {
  readonly count: number;
  readonly low: Float64Array;
  readonly high: Float64Array;
}

interface Column {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  /** Height from which on it is as it is. */
  readonly since: number;
}

/**
 * The part of the space below the reference point that no point dominates, as disjoint boxes: what a new point adds to the
 * hypervolume is the sum of what it dominates of each. Exact, with at most 2 n + 1 boxes of three objectives: the columns of the
 * staircase of the first two, each from the height where it appears to where it is cut (in the manner of Lacour, Klamroth and
 * Fonseca, Comput. Oper. Res. 79, 347 (2017)).
 *
 * @param points of 1 to 3 minimised objectives; dominated ones and ones beyond the reference are allowed
 */
export function nonDominatedBoxes(points: readonly ArrayLike<number>[], reference: ArrayLike<number>): Boxes {
  const width = reference.length;
  if (width > 3) throw new Error(`boxes are computed for 1 to 3 objectives, not for ${width}`);
  const inside = points.filter((point) => Array.from(point).every((value, m) => value < reference[m]!));
  if (width === 1) {
    const best = inside.reduce((least, point) => Math.min(least, point[0]!), reference[0]!);
    return { count: 1, low: Float64Array.of(-Infinity), high: Float64Array.of(best) };
  }
  const low: number[] = [];
  const high: number[] = [];
  const emit = ({ left, right, top, since }: Column, until: number): void => {
    if (width === 3 && !(until > since)) return;
    low.push(...(width === 2 ? [left, -Infinity] : [left, -Infinity, since]));
    high.push(...(width === 2 ? [right, top] : [right, top, until]));
  };
  const order = width === 2 ? inside : inside.toSorted((a, b) => a[2]! - b[2]!);
  let columns: Column[] = [{ left: -Infinity, right: reference[0]!, top: reference[1]!, since: -Infinity }];
  for (const point of order) {
    const [x, y] = [point[0]!, point[1]!];
    const height = width === 3 ? point[2]! : -Infinity;
    const kept: Column[] = [];
    let right = -Infinity;
    let place = -1;
    for (const column of columns) {
      if (column.right <= x || column.top <= y) {
        kept.push(column);
        continue;
      }
      if (width === 3) emit(column, height);
      if (column.left < x) kept.push({ left: column.left, right: x, top: column.top, since: height });
      if (place < 0) place = kept.length;
      right = column.right;
    }
    if (place < 0) continue;
    kept.splice(place, 0, { left: Math.max(x, kept[place - 1]?.right ?? x), right, top: y, since: height });
    columns = kept;
  }
  for (const column of columns) emit(column, width === 3 ? reference[2]! : Infinity);
  return { count: low.length / width, low: Float64Array.from(low), high: Float64Array.from(high) };
}
