import { identityOrder, sortIndices } from "./index-sort.ts";
import { columnOf } from "./rows.ts";

const NONE = -1;

/**
 * Boxes of the plane, [left, right] x [y of their point, top], dominated by one point alone since the height `since`. Those of
 * a point form a list from left to right with falling tops.
 */
class Boxes {
  readonly points: number;
  readonly left: Float64Array;
  readonly right: Float64Array;
  readonly top: Float64Array;
  readonly since: Float64Array;
  readonly next: Int32Array;
  readonly previous: Int32Array;
  /** First and last box of each point. */
  readonly head: Int32Array;
  readonly tail: Int32Array;
  #used = 0;

  constructor(points: number) {
    this.points = points;
    // Each point begins with one box and one for each point it removes, and cuts one box of its right neighbour anew.
    const most = 3 * points + 3;
    this.left = new Float64Array(most);
    this.right = new Float64Array(most);
    this.top = new Float64Array(most);
    this.since = new Float64Array(most);
    this.next = new Int32Array(most);
    this.previous = new Int32Array(most);
    this.head = new Int32Array(points);
    this.tail = new Int32Array(points);
  }

  clear(points: number): void {
    this.#used = 0;
    this.head.fill(NONE, 0, points);
    this.tail.fill(NONE, 0, points);
  }

  create(left: number, right: number, top: number, since: number): number {
    const box = this.#used++;
    this.left[box] = left;
    this.right[box] = right;
    this.top[box] = top;
    this.since[box] = since;
    return box;
  }

  append(point: number, box: number): void {
    const tail = this.tail[point]!;
    this.previous[box] = tail;
    this.next[box] = NONE;
    if (tail === NONE) this.head[point] = box;
    else this.next[tail] = box;
    this.tail[point] = box;
  }

  prepend(point: number, box: number): void {
    const head = this.head[point]!;
    this.next[box] = head;
    this.previous[box] = NONE;
    if (head === NONE) this.tail[point] = box;
    else this.previous[head] = box;
    this.head[point] = box;
  }

  dropHead(point: number): void {
    const next = this.next[this.head[point]!]!;
    this.head[point] = next;
    if (next === NONE) this.tail[point] = NONE;
    else this.previous[next] = NONE;
  }

  dropTail(point: number): void {
    const previous = this.previous[this.tail[point]!]!;
    this.tail[point] = previous;
    if (previous === NONE) this.head[point] = NONE;
    else this.next[previous] = NONE;
  }
}

/** Boxes of the last call, reused as long as there are enough. */
let boxesBefore = new Boxes(128);

/**
 * The volume that each of some mutually non-dominated points of three objectives alone dominates: one sweep along the third
 * objective, in which every point of the staircase of the first two holds the boxes of the plane that it alone dominates
 * (Emmerich and Fonseca, EMO 2011, LNCS 6576, 121).
 *
 * @param rows points, row by row
 */
export function contributions3d(rows: Float64Array, reference: ArrayLike<number>): Float64Array {
  const [largestX, largestY, largestZ] = [reference[0]!, reference[1]!, reference[2]!];
  const result = new Float64Array(rows.length / 3);
  const order = identityOrder(result.length);
  const firstColumn = columnOf(rows, 3, 0);
  const secondColumn = columnOf(rows, 3, 1);
  const thirdColumn = columnOf(rows, 3, 2);
  sortIndices(order, firstColumn);
  sortIndices(order, thirdColumn);
  if (boxesBefore.points < result.length) boxesBefore = new Boxes(2 * result.length);
  const boxes = boxesBefore;
  boxes.clear(result.length);
  /** The staircase of the first two objectives of the points passed so far. */
  const stairs = new Int32Array(order.length + 1);
  const stairX = new Float64Array(order.length + 1);
  let stairCount = 0;

  for (let k = 0; k < order.length; k++) {
    const point = order[k]!;
    const x = firstColumn[point]!;
    const y = secondColumn[point]!;
    const z = thirdColumn[point]!;
    if (!(x < largestX && y < largestY && z < largestZ)) continue;
    let place = 0;
    let end = stairCount;
    while (place < end) {
      const middle = (place + end) >>> 1;
      if (stairX[middle]! < x) place = middle + 1;
      else end = middle;
    }
    // Covered in the plane by a point that is no higher: dominated, or a repetition.
    if (place > 0 && secondColumn[stairs[place - 1]!]! <= y) continue;
    if (place < stairCount && stairX[place] === x && secondColumn[stairs[place]!]! <= y) continue;
    const left = place > 0 ? stairs[place - 1]! : NONE;
    let edge = x;
    let top = left === NONE ? largestY : secondColumn[left]!;
    let after = place;
    for (; after < stairCount && secondColumn[stairs[after]!]! >= y; after++) {
      const removed = stairs[after]!;
      if (stairX[after]! > edge) {
        boxes.append(point, boxes.create(edge, stairX[after]!, top, z));
        edge = stairX[after]!;
      }
      top = secondColumn[removed]!;
      result[removed]! += closeAll(boxes, removed, top, z);
    }
    const right = after < stairCount ? stairs[after]! : NONE;
    const rightX = right === NONE ? largestX : stairX[after]!;
    if (rightX > edge) boxes.append(point, boxes.create(edge, rightX, top, z));
    if (left !== NONE) result[left]! += cutFromTheRight(boxes, left, secondColumn[left]!, x, z);
    if (right !== NONE) result[right]! += cutFromTheTop(boxes, right, secondColumn[right]!, y, z);
    const shift = place + 1 - after;
    if (shift !== 0) {
      stairs.copyWithin(place + 1, after, stairCount);
      stairX.copyWithin(place + 1, after, stairCount);
      stairCount += shift;
    }
    stairs[place] = point;
    stairX[place] = x;
  }
  for (let k = 0; k < stairCount; k++)
    result[stairs[k]!]! += closeAll(boxes, stairs[k]!, secondColumn[stairs[k]!]!, largestZ);
  return result;
}

/** Volume of a box of a point at height y up to z. */
function volumeOf(boxes: Boxes, box: number, y: number, z: number): number {
  return (boxes.right[box]! - boxes.left[box]!) * (boxes.top[box]! - y) * (z - boxes.since[box]!);
}

/** Ends every box of a point at the height z. @returns their volume */
function closeAll(boxes: Boxes, point: number, y: number, z: number): number {
  let volume = 0;
  for (let box = boxes.head[point]!; box !== NONE; box = boxes.next[box]!) volume += volumeOf(boxes, box, y, z);
  boxes.head[point] = NONE;
  boxes.tail[point] = NONE;
  return volume;
}

/** What lies right of `limit` is shared from the height z on. @returns the volume that ends there */
function cutFromTheRight(boxes: Boxes, point: number, y: number, limit: number, z: number): number {
  let volume = 0;
  for (let box = boxes.tail[point]!; box !== NONE && boxes.right[box]! > limit; box = boxes.tail[point]!) {
    volume += volumeOf(boxes, box, y, z);
    if (boxes.left[box]! < limit) {
      boxes.right[box] = limit;
      boxes.since[box] = z;
      return volume;
    }
    boxes.dropTail(point);
  }
  return volume;
}

/** What lies above `limit` is shared from the height z on; the boxes cut to one height become one. @returns the volume that ends there */
function cutFromTheTop(boxes: Boxes, point: number, y: number, limit: number, z: number): number {
  let volume = 0;
  let cut = NONE;
  let edge = 0;
  for (let box = boxes.head[point]!; box !== NONE && boxes.top[box]! > limit; box = boxes.head[point]!) {
    volume += volumeOf(boxes, box, y, z);
    edge = boxes.right[box]!;
    if (cut === NONE) cut = box;
    boxes.dropHead(point);
  }
  if (cut === NONE) return volume;
  boxes.right[cut] = edge;
  boxes.top[cut] = limit;
  boxes.since[cut] = z;
  boxes.prepend(point, cut);
  return volume;
}
