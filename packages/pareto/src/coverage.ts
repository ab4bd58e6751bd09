/**
 * Share of the points of `other` that some point of `found` dominates or equals, all objectives minimised (Zitzler and Thiele, IEEE
 * Trans. Evol. Comput. 3, 257 (1999)). Not symmetric; 0 for an empty `other`.
 */
export function coverage(found: readonly ArrayLike<number>[], other: readonly ArrayLike<number>[]): number {
  if (other.length === 0) return 0;
  const covered = other.filter((target) => found.some((point) => isAsGood(point, target)));
  return covered.length / other.length;
}

function isAsGood(point: ArrayLike<number>, target: ArrayLike<number>): boolean {
  for (let m = 0; m < target.length; m++) if (point[m]! > target[m]!) return false;
  return true;
}
