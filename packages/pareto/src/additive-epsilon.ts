/**
 * The least amount by which all objectives of a set must improve so that every point of another is met or dominated (Zitzler,
 * Thiele, Laumanns, Fonseca and Grunert da Fonseca, IEEE Trans. Evol. Comput. 7, 117 (2003)). Not symmetric: at most 0 when
 * nothing of `other` is ahead of `found`. All objectives minimised, in comparable units.
 */
export function additiveEpsilon(found: readonly ArrayLike<number>[], other: readonly ArrayLike<number>[]): number {
  let largest = -Infinity;
  for (const target of other) {
    let least = Infinity;
    for (const point of found) least = Math.min(least, largestExcess(point, target));
    largest = Math.max(largest, least);
  }
  return largest;
}

function largestExcess(point: ArrayLike<number>, target: ArrayLike<number>): number {
  let largest = -Infinity;
  for (let m = 0; m < target.length; m++) largest = Math.max(largest, point[m]! - target[m]!);
  return largest;
}
