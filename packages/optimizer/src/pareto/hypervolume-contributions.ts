/**
 * The volume that each of some mutually non-dominated points alone dominates below a reference point, all objectives
 * minimised. Points that do not lie below the reference in every objective contribute nothing, and neither do repeated ones
 * but the first.
 *
 * Two objectives: neighbours in the sorted front. Three: one sweep along the third objective, in which every point of the
 * staircase of the first two holds the boxes of the plane that it alone dominates (Emmerich and Fonseca, EMO 2011, LNCS 6576,
 * 121).
 *
 * @param objectives points x objectives, row-major
 * @param reference one value per objective; 2 or 3 objectives
 */
export function hypervolumeContributions(objectives: Float64Array, reference: ArrayLike<number>): Float64Array {
  const objectiveCount = reference.length;
  if (objectiveCount === 2) return contributions2d(objectives, reference);
  if (objectiveCount === 3) return contributions3d(objectives, reference);
  throw new Error(`exclusive hypervolumes are computed for 2 and 3 objectives, not for ${objectiveCount}`);
}

function contributions2d(objectives: Float64Array, reference: ArrayLike<number>): Float64Array {
  const count = objectives.length / 2;
  const result = new Float64Array(count);
  const order = insideInOrder(objectives, reference, 2, 0, 1);
  for (const [place, index] of order.entries()) {
    const left = place === 0 ? reference[1]! : objectives[2 * order[place - 1]! + 1]!;
    const right = place === order.length - 1 ? reference[0]! : objectives[2 * order[place + 1]!]!;
    result[index] = Math.max(0, right - objectives[2 * index]!) * Math.max(0, left - objectives[2 * index + 1]!);
  }
  return result;
}

/** Indices of the points below the reference, sorted by one objective and then another. */
function insideInOrder(
  objectives: Float64Array,
  reference: ArrayLike<number>,
  objectiveCount: number,
  by: number,
  thenBy: number,
): number[] {
  const count = objectives.length / objectiveCount;
  const inside: number[] = [];
  for (let k = 0; k < count; k++) {
    let isInside = true;
    for (let m = 0; m < objectiveCount; m++)
      if (!(objectives[k * objectiveCount + m]! < reference[m]!)) isInside = false;
    if (isInside) inside.push(k);
  }
  return inside.toSorted(
    (a, b) =>
      objectives[a * objectiveCount + by]! - objectives[b * objectiveCount + by]! ||
      objectives[a * objectiveCount + thenBy]! - objectives[b * objectiveCount + thenBy]! ||
      a - b,
  );
}

const NONE = -1;

/**
 * Boxes of the plane, [left, right] x [y of their point, top], dominated by one point alone since the height `since`. Those of
 * a point form a list from left to right with falling tops.
 */
class Boxes {
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
    // Each point begins with one box and one for each point it removes, and cuts one box of its right neighbour anew.
    const most = 3 * points + 3;
    this.left = new Float64Array(most);
    this.right = new Float64Array(most);
    this.top = new Float64Array(most);
    this.since = new Float64Array(most);
    this.next = new Int32Array(most);
    this.previous = new Int32Array(most);
    this.head = new Int32Array(points).fill(NONE);
    this.tail = new Int32Array(points).fill(NONE);
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

function contributions3d(objectives: Float64Array, reference: ArrayLike<number>): Float64Array {
  const count = objectives.length / 3;
  const result = new Float64Array(count);
  const order = insideInOrder(objectives, reference, 3, 2, 0);
  const boxes = new Boxes(count);
  const [largestX, largestY, largestZ] = [reference[0]!, reference[1]!, reference[2]!];
  const x = (point: number): number => objectives[3 * point]!;
  const y = (point: number): number => objectives[3 * point + 1]!;
  const volume = (point: number, box: number, z: number): number =>
    (boxes.right[box]! - boxes.left[box]!) * (boxes.top[box]! - y(point)) * (z - boxes.since[box]!);
  /** The staircase of the first two objectives of the points passed so far. */
  const stairs = new Int32Array(order.length + 1);
  let stairCount = 0;

  for (const point of order) {
    const pointX = x(point);
    const pointY = y(point);
    const z = objectives[3 * point + 2]!;
    let place = 0;
    let end = stairCount;
    while (place < end) {
      const middle = (place + end) >>> 1;
      if (x(stairs[middle]!) < pointX) place = middle + 1;
      else end = middle;
    }
    // Covered in the plane by a point that is no higher: dominated, or a repetition.
    if (place > 0 && y(stairs[place - 1]!) <= pointY) continue;
    if (place < stairCount && x(stairs[place]!) === pointX && y(stairs[place]!) <= pointY) continue;
    const left = place > 0 ? stairs[place - 1]! : NONE;
    let edge = pointX;
    let top = left === NONE ? largestY : y(left);
    let after = place;
    for (; after < stairCount && y(stairs[after]!) >= pointY; after++) {
      const removed = stairs[after]!;
      if (x(removed) > edge) {
        boxes.append(point, boxes.create(edge, x(removed), top, z));
        edge = x(removed);
      }
      top = y(removed);
      for (let box = boxes.head[removed]!; box !== NONE; box = boxes.next[box]!)
        result[removed]! += volume(removed, box, z);
      boxes.head[removed] = NONE;
    }
    const right = after < stairCount ? stairs[after]! : NONE;
    const rightX = right === NONE ? largestX : x(right);
    if (rightX > edge) boxes.append(point, boxes.create(edge, rightX, top, z));
    if (left !== NONE) cutFromTheRight(left, pointX, z);
    if (right !== NONE) cutFromTheTop(right, pointY, z);
    stairs.copyWithin(place + 1, after, stairCount);
    stairs[place] = point;
    stairCount += 1 - (after - place);
  }
  for (let k = 0; k < stairCount; k++) {
    const point = stairs[k]!;
    for (let box = boxes.head[point]!; box !== NONE; box = boxes.next[box]!)
      result[point]! += volume(point, box, largestZ);
  }
  return result;

  /** What lies right of `limit` is shared from the height z on. */
  function cutFromTheRight(point: number, limit: number, z: number): void {
    for (let box = boxes.tail[point]!; box !== NONE && boxes.right[box]! > limit; box = boxes.tail[point]!) {
      result[point]! += volume(point, box, z);
      if (boxes.left[box]! < limit) {
        boxes.right[box] = limit;
        boxes.since[box] = z;
        return;
      }
      boxes.dropTail(point);
    }
  }

  /** What lies above `limit` is shared from the height z on; the boxes cut to one height become one. */
  function cutFromTheTop(point: number, limit: number, z: number): void {
    let cut = NONE;
    let edge = 0;
    for (let box = boxes.head[point]!; box !== NONE && boxes.top[box]! > limit; box = boxes.head[point]!) {
      result[point]! += volume(point, box, z);
      edge = boxes.right[box]!;
      if (cut === NONE) cut = box;
      boxes.dropHead(point);
    }
    if (cut === NONE) return;
    boxes.right[cut] = edge;
    boxes.top[cut] = limit;
    boxes.since[cut] = z;
    boxes.prepend(point, cut);
  }
}
