import { contributions3d } from "./contributions-3d.ts";
import { lexicographicOrder } from "./index-sort.ts";

/**
 * The volume that each of some mutually non-dominated points alone dominates below a reference point, all objectives
 * minimised. Points that do not lie below the reference in every objective contribute nothing, and neither do repeated ones
 * but the first.
 *
 * @param rows points, row by row
 * @param reference one value per objective; 2 or 3 objectives
 */
export function hypervolumeContributions(rows: Float64Array, reference: ArrayLike<number>): Float64Array {
  if (reference.length === 2) return contributions2d(rows, reference);
  if (reference.length === 3) return contributions3d(rows, reference);
  throw new Error(`exclusive hypervolumes are computed for 2 and 3 objectives, not for ${reference.length}`);
}

/** Between its neighbours in the sorted front. */
function contributions2d(rows: Float64Array, reference: ArrayLike<number>): Float64Array {
  const count = rows.length / 2;
  const result = new Float64Array(count);
  const order = lexicographicOrder(rows, 2);
  const inside = order.filter((index) => rows[2 * index]! < reference[0]! && rows[2 * index + 1]! < reference[1]!);
  for (const [place, index] of inside.entries()) {
    const top = place === 0 ? reference[1]! : rows[2 * inside[place - 1]! + 1]!;
    const right = place === inside.length - 1 ? reference[0]! : rows[2 * inside[place + 1]!]!;
    result[index] = Math.max(0, right - rows[2 * index]!) * Math.max(0, top - rows[2 * index + 1]!);
  }
  return result;
}
