/**
 * Inverted generational distance plus: mean over the points of a front of the distance to the nearest found point, counting only
 * the objectives in which that is worse (Ishibuchi, Masuda, Tanigaki and Nojima, EMO 2015, LNCS 9019, 110). 0 when every
 * point of the front is reached; all objectives minimised, in comparable units.
 */
export function igdPlus(found: readonly ArrayLike<number>[], front: readonly ArrayLike<number>[]): number {
  let sum = 0;
  for (const target of front) {
    let nearest = Infinity;
    for (const point of found) nearest = Math.min(nearest, squaredExcess(point, target));
    sum += Math.sqrt(nearest);
  }
  return sum / front.length;
}

function squaredExcess(point: ArrayLike<number>, target: ArrayLike<number>): number {
  let sum = 0;
  for (let m = 0; m < target.length; m++) sum += Math.max(0, point[m]! - target[m]!) ** 2;
  return sum;
}
