/**
 * Volume that points dominate below a reference point, three minimised objectives: a sweep along the third over the staircase
 * of the first two (Beume, Fonseca, Lopez-Ibanez, Paquete and Vahrenhold, IEEE Trans. Evol. Comput. 13, 1075 (2009)). Points
 * that do not dominate the reference point add nothing; dominated points are allowed.
 */
export function hypervolume3d(objectives: readonly ArrayLike<number>[], reference: ArrayLike<number>): number {
  const [largestX, largestY, largestZ] = [reference[0]!, reference[1]!, reference[2]!];
  const inside = objectives
    .filter((point) => point[0]! < largestX && point[1]! < largestY && point[2]! < largestZ)
    .toSorted((a, b) => a[2]! - b[2]!);
  const stairX = new Float64Array(inside.length);
  const stairY = new Float64Array(inside.length);
  let count = 0;
  let area = 0;
  let height = inside[0]?.[2] ?? largestZ;
  let volume = 0;
  for (const point of inside) {
    const [x, y, z] = [point[0]!, point[1]!, point[2]!];
    volume += area * (z - height);
    height = z;
    let place = 0;
    let end = count;
    while (place < end) {
      const middle = (place + end) >>> 1;
      if (stairX[middle]! < x) place = middle + 1;
      else end = middle;
    }
    if (place > 0 && stairY[place - 1]! <= y) continue;
    if (place < count && stairX[place] === x && stairY[place]! <= y) continue;
    let edge = x;
    let top = place > 0 ? stairY[place - 1]! : largestY;
    let after = place;
    for (; after < count && stairY[after]! >= y; after++) {
      area += (stairX[after]! - edge) * (top - y);
      edge = stairX[after]!;
      top = stairY[after]!;
    }
    area += ((after < count ? stairX[after]! : largestX) - edge) * (top - y);
    stairX.copyWithin(place + 1, after, count);
    stairY.copyWithin(place + 1, after, count);
    stairX[place] = x;
    stairY[place] = y;
    count += 1 - (after - place);
  }
  return volume + area * (largestZ - height);
}
