import type { RandomStream } from "@neurofront/core";

/** A point beside the direction that is nearest to it. */
interface Place {
  readonly direction: number;
  readonly distance: number;
}

/**
 * Which of the last front are kept so that the directions are served alike: again and again the direction with the fewest points
 * gets one more, its nearest if it has none yet, else any (Deb and Jain, IEEE Trans. Evol. Comput. 18, 577 (2014), section
 * IV.E).
 *
 * @param certain normalised objectives of what is kept anyway
 * @param last of the front of which `room` are kept
 * @returns indices into `last`
 */
export function niched(
  certain: readonly (readonly number[])[],
  last: readonly (readonly number[])[],
  directions: readonly (readonly number[])[],
  room: number,
  random: RandomStream,
): number[] {
  const counts = new Int32Array(directions.length);
  for (const point of certain) counts[nearest(point, directions).direction]!++;
  const waiting = new Map<number, { readonly index: number; readonly distance: number }[]>();
  for (const [index, point] of last.entries()) {
    const { direction, distance } = nearest(point, directions);
    const own = waiting.get(direction);
    if (own === undefined) waiting.set(direction, [{ index, distance }]);
    else own.push({ index, distance });
  }
  const chosen: number[] = [];
  while (chosen.length < room && waiting.size > 0) {
    const fewest = [...waiting.keys()].reduce((least, direction) => Math.min(least, counts[direction]!), Infinity);
    const candidates = [...waiting.keys()].filter((direction) => counts[direction] === fewest);
    const direction = candidates[random.integer(candidates.length)]!;
    const own = waiting.get(direction)!;
    const place =
      fewest === 0
        ? own.reduce((best, { distance }, k) => (distance < own[best]!.distance ? k : best), 0)
        : random.integer(own.length);
    chosen.push(own[place]!.index);
    own.splice(place, 1);
    if (own.length === 0) waiting.delete(direction);
    counts[direction]!++;
  }
  return chosen;
}

/** The direction with the least perpendicular distance; of equal ones the first. */
function nearest(point: readonly number[], directions: readonly (readonly number[])[]): Place {
  let best = { direction: 0, distance: Infinity };
  const square = point.reduce((sum, value) => sum + value * value, 0);
  for (const [direction, axis] of directions.entries()) {
    let along = 0;
    let length = 0;
    for (const [k, value] of axis.entries()) {
      along += value * point[k]!;
      length += value * value;
    }
    const distance = square - (along * along) / length;
    if (distance < best.distance) best = { direction, distance };
  }
  return best;
}
