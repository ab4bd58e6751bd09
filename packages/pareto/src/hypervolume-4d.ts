import { exclusiveVolume3d } from "./exclusive-volume-3d.ts";
import { identityOrder, sortIndices } from "./index-sort.ts";
import { columnOf } from "./rows.ts";
import { SortedPoints } from "./sorted-points.ts";

/**
 * Volume that points dominate below a reference point, four objectives: a sweep along the fourth, in which each point adds
 * what it alone dominates of the first three (Guerreiro and Fonseca, IEEE Trans. Evol. Comput. 22, 449 (2018)). Time grows with
 * the square of the number of points.
 *
 * @param rows points below the reference, row by row
 */
export function hypervolume4d(rows: Float64Array, reference: ArrayLike<number>): number {
  const count = rows.length / 4;
  const order = identityOrder(count);
  sortIndices(order, columnOf(rows, 4, 3));
  const passed = new SortedPoints(count);
  let volume = 0;
  for (let k = 0; k < count; k++) {
    const start = 4 * order[k]!;
    const point = [rows[start]!, rows[start + 1]!, rows[start + 2]!] as const;
    const place = passed.placeOf(point[2]);
    const added = exclusiveVolume3d(passed, [place, place], point, reference);
    if (added <= 0) continue;
    volume += added * (reference[3]! - rows[start + 3]!);
    passed.insert(point, k);
  }
  return volume;
}
