import { identityOrder, sortIndices } from "./index-sort.ts";
import { columnOf } from "./rows.ts";

/**
 * Volume that points dominate below a reference point, three objectives: a sweep along the third over the staircase of the
 * first two (Beume, Fonseca, Lopez-Ibanez, Paquete and Vahrenhold, IEEE Trans. Evol. Comput. 13, 1075 (2009)).
 *
 * @param rows points below the reference, row by row
 */
export function hypervolume3d(rows: Float64Array, reference: ArrayLike<number>): number {
  const [largestX, largestY, largestZ] = [reference[0]!, reference[1]!, reference[2]!];
  const third = columnOf(rows, 3, 2);
  const order = identityOrder(third.length);
  sortIndices(order, third);
  const stairX = new Float64Array(order.length + 1);
  const stairY = new Float64Array(order.length + 1);
  let count = 0;
  let area = 0;
  let height = order.length === 0 ? largestZ : third[order[0]!]!;
  let volume = 0;
  for (let k = 0; k < order.length; k++) {
    const index = order[k]!;
    const x = rows[3 * index]!;
    const y = rows[3 * index + 1]!;
    let place = 0;
    let end = count;
    while (place < end) {
      const middle = (place + end) >>> 1;
      if (stairX[middle]! < x) place = middle + 1;
      else end = middle;
    }
    if (place > 0 && stairY[place - 1]! <= y) continue;
    if (place < count && stairX[place] === x && stairY[place]! <= y) continue;
    const z = third[index]!;
    volume += area * (z - height);
    height = z;
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
