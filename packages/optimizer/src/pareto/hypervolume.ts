import { hypervolume2d } from "./hypervolume-2d.ts";
import { hypervolume3d } from "./hypervolume-3d.ts";

/**
 * Volume that points dominate below a reference point, all objectives minimised (Zitzler and Thiele, IEEE Trans. Evol.
 * Comput. 3, 257 (1999)). Points that do not lie below the reference in every objective add nothing; dominated ones are allowed.
 *
 * @param reference one value per objective; 1 to 3 objectives
 */
export function hypervolume(objectives: readonly ArrayLike<number>[], reference: ArrayLike<number>): number {
  if (reference.length === 1) return objectives.reduce((most, point) => Math.max(most, reference[0]! - point[0]!), 0);
  if (reference.length === 2) return hypervolume2d(objectives, reference);
  if (reference.length === 3) return hypervolume3d(objectives, reference);
  throw new Error(`the hypervolume is computed for 1 to 3 objectives, not for ${reference.length}`);
}
