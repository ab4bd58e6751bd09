import { identityOrder, sortIndices } from "./index-sort.ts";
import { columnOf } from "./rows.ts";

/**
 * Area that points dominate below a reference point: sorted by the first objective, each one that lowers the second adds a
 * rectangle.
 *
 * @param rows points below the reference, row by row
 */
export function hypervolume2d(rows: Float64Array, reference: ArrayLike<number>): number {
  const first = columnOf(rows, 2, 0);
  const order = identityOrder(first.length);
  sortIndices(order, first);
  let area = 0;
  let ceiling = reference[1]!;
  for (let k = 0; k < order.length; k++) {
    const index = order[k]!;
    const second = rows[2 * index + 1]!;
    if (second >= ceiling) continue;
    area += (reference[0]! - first[index]!) * (ceiling - second);
    ceiling = second;
  }
  return area;
}
