/** A corner of a staircase of two minimised objectives. */
export type Corner = readonly [first: number, second: number];

/**
 * What at least `level` of several runs attain: the corners of the staircase above which points are dominated or met by that many
 * of the fronts (Fonseca and Fleming, PPSN IV, LNCS 1141, 584 (1996)). Half of the runs give the median surface, one the
 * best, all of them the worst.
 *
 * @param fronts two minimised objectives; dominated points do not matter
 * @param level from 1 to the number of fronts
 * @returns corners by the first objective; none where fewer fronts have points
 */
export function attainmentSurface(fronts: readonly (readonly ArrayLike<number>[])[], level: number): Corner[] {
  if (!Number.isInteger(level) || level < 1 || level > fronts.length)
    throw new Error(`level is ${level}, it must be a whole number from 1 to the ${fronts.length} fronts`);
  const points = fronts.flatMap((front, run) => front.map((point) => [point[0]!, point[1]!, run] as const));
  points.sort((a, b) => a[0] - b[0]);
  /** The least second objective of each run up to the first objective reached. */
  const least = fronts.map(() => Infinity);
  const corners: Corner[] = [];
  let height = Infinity;
  for (let k = 0; k < points.length; k++) {
    const [first, second, run] = points[k]!;
    least[run] = Math.min(least[run]!, second);
    if (points[k + 1]?.[0] === first) continue;
    const attained = least.toSorted((a, b) => a - b)[level - 1]!;
    if (attained >= height) continue;
    height = attained;
    corners.push([first, attained]);
  }
  return corners;
}
