import { hypervolume2d } from "./hypervolume-2d.ts";
import { hypervolume3d } from "./hypervolume-3d.ts";
import { hypervolume4d } from "./hypervolume-4d.ts";
import { rowsBelow, rowsOf } from "./rows.ts";

/**
 * Volume that points dominate below a reference point, all objectives minimised (Zitzler and Thiele, IEEE Trans. Evol.
 * Comput. 3, 257 (1999)), exact. Points that do not lie below the reference in every objective add nothing; dominated ones
 * are allowed.
 *
 * @param reference one value per objective; 1 to 4 objectives, above that `sampledHypervolume` estimates it
 */
export function hypervolume(objectives: readonly ArrayLike<number>[], reference: ArrayLike<number>): number {
  const rows = rowsBelow(rowsOf(objectives, reference.length), reference);
  if (reference.length === 1) return rows.reduce((most, value) => Math.max(most, reference[0]! - value), 0);
  if (reference.length === 2) return hypervolume2d(rows, reference);
  if (reference.length === 3) return hypervolume3d(rows, reference);
  if (reference.length === 4) return hypervolume4d(rows, reference);
  throw new Error(`the exact hypervolume is computed for 1 to 4 objectives, not for ${reference.length}`);
}
