/**
 * Area that points dominate below a reference point, both objectives minimised (Zitzler and Thiele, IEEE Trans. Evol.
 * Comput. 3, 257 (1999)). Points that do not dominate the reference point add nothing.
 */
export function hypervolume2d(objectives: readonly ArrayLike<number>[], reference: ArrayLike<number>): number {
  const inside = objectives
    .filter((point) => point[0]! < reference[0]! && point[1]! < reference[1]!)
    .toSorted((a, b) => a[0]! - b[0]! || a[1]! - b[1]!);
  let area = 0;
  let ceiling = reference[1]!;
  for (const point of inside) {
    if (point[1]! >= ceiling) continue;
    area += (reference[0]! - point[0]!) * (ceiling - point[1]!);
    ceiling = point[1]!;
  }
  return area;
}
