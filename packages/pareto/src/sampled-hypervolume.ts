import { randomAt } from "@neurofront/core";
import { rowsBelow, rowsOf } from "./rows.ts";

/** An estimate with the interval that holds the true value with a chance of 95 %. */
export interface VolumeEstimate {
  readonly volume: number;
  readonly low: number;
  readonly high: number;
}

/** Standard normal quantile of 97.5 %. */
const QUANTILE = 1.959964;

/**
 * The hypervolume for any number of objectives, by points drawn uniformly from the box between the best of each objective and the
 * reference. The interval is that of Wilson, J. Am. Stat. Assoc. 22, 209 (1927).
 *
 * @param reference one value per objective
 * @param samples how many points are drawn; the interval narrows with their root
 * @param seed address of the points
 */
export function sampledHypervolume(
  objectives: readonly ArrayLike<number>[],
  reference: ArrayLike<number>,
  samples: number,
  seed: number,
): VolumeEstimate {
  const width = reference.length;
  const rows = rowsBelow(rowsOf(objectives, width), reference);
  if (rows.length === 0) return { volume: 0, low: 0, high: 0 };
  const ideal = idealOf(rows, width);
  const box = ideal.reduce((product, value, m) => product * (reference[m]! - value), 1);
  const random = randomAt(seed, "sampled-hypervolume");
  const point = new Float64Array(width);
  let hits = 0;
  for (let sample = 0; sample < samples; sample++) {
    for (let m = 0; m < width; m++) point[m] = ideal[m]! + random.uniform() * (reference[m]! - ideal[m]!);
    if (isDominated(point, rows)) hits++;
  }
  const share = hits / samples;
  const widened = QUANTILE ** 2 / samples;
  const middle = (share + widened / 2) / (1 + widened);
  const half = (QUANTILE / (1 + widened)) * Math.sqrt((share * (1 - share)) / samples + widened / (4 * samples));
  return { volume: box * share, low: box * Math.max(0, middle - half), high: box * Math.min(1, middle + half) };
}

function idealOf(rows: Float64Array, width: number): Float64Array {
  const ideal = new Float64Array(width).fill(Infinity);
  for (let k = 0; k < rows.length; k++) ideal[k % width] = Math.min(ideal[k % width]!, rows[k]!);
  return ideal;
}

function isDominated(point: Float64Array, rows: Float64Array): boolean {
  const width = point.length;
  for (let start = 0; start < rows.length; start += width) {
    let m = 0;
    while (m < width && rows[start + m]! <= point[m]!) m++;
    if (m === width) return true;
  }
  return false;
}
