import { lexicographicOrder } from "./index-sort.ts";

/**
 * The front of each point: 0 for those that none dominates, each further one for those that only earlier fronts dominate (Deb,
 * Pratap, Agarwal and Meyarivan, IEEE Trans. Evol. Comput. 6, 182 (2002), section III.A).
 *
 * In lexicographic order nothing is dominated by what follows, and a point that no member of a front dominates is dominated by
 * no later front, so the front of each point is found by bisection (Zhang, Tian, Cheng and Jin, IEEE Trans. Evol. Comput. 19,
 * 201 (2015)). With two objectives the last member of a front answers for all of it, with three the staircase of its
 * second and third objectives.
 *
 * @param rows points, row by row
 * @returns the front of each, from 0 on
 */
export function frontNumbers(rows: Float64Array, objectiveCount: number): Int32Array {
  const order = lexicographicOrder(rows, objectiveCount);
  const numbers = new Int32Array(order.length);
  if (order.length === 0) return numbers;
  const fronts =
    objectiveCount <= 2 ? new LastMembers() : objectiveCount === 3 ? new Staircases() : new Lists(rows, objectiveCount);
  let previous = -1;
  for (let k = 0; k < order.length; k++) {
    const index = order[k]!;
    if (previous >= 0 && isEqual(rows, objectiveCount, previous, index)) {
      numbers[index] = numbers[previous]!;
      continue;
    }
    previous = index;
    const second = objectiveCount > 1 ? rows[index * objectiveCount + 1]! : 0;
    const third = objectiveCount > 2 ? rows[index * objectiveCount + 2]! : 0;
    let low = 0;
    let high = fronts.count;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (fronts.dominates(middle, index, second, third)) low = middle + 1;
      else high = middle;
    }
    fronts.add(low, index, second, third);
    numbers[index] = low;
  }
  return numbers;
}

function isEqual(rows: Float64Array, objectiveCount: number, a: number, b: number): boolean {
  for (let m = 0; m < objectiveCount; m++)
    if (rows[a * objectiveCount + m] !== rows[b * objectiveCount + m]) return false;
  return true;
}

/** What the members of each front, added in lexicographic order and never equal, dominate of what follows. */
interface Fronts {
  readonly count: number;
  dominates(front: number, index: number, second: number, third: number): boolean;
  /** @param front at most `count`, which begins a new one */
  add(front: number, index: number, second: number, third: number): void;
}

/** Along a front of two objectives the second falls. */
class LastMembers implements Fronts {
  readonly #least: number[] = [];

  get count(): number {
    return this.#least.length;
  }

  dominates(front: number, _index: number, second: number): boolean {
    return this.#least[front]! <= second;
  }

  add(front: number, _index: number, second: number): void {
    this.#least[front] = second;
  }
}

/** Members of one front that are non-dominated in the second and third objectives, by the second. */
interface Stairs {
  readonly second: number[];
  readonly third: number[];
}

class Staircases implements Fronts {
  readonly #stairs: Stairs[] = [];

  get count(): number {
    return this.#stairs.length;
  }

  dominates(front: number, _index: number, second: number, third: number): boolean {
    const stairs = this.#stairs[front]!;
    const place = placeAfter(stairs.second, second);
    return place > 0 && stairs.third[place - 1]! <= third;
  }

  add(front: number, _index: number, second: number, third: number): void {
    if (front === this.#stairs.length) {
      this.#stairs.push({ second: [second], third: [third] });
      return;
    }
    const stairs = this.#stairs[front]!;
    const place = placeAfter(stairs.second, second);
    let after = place;
    while (after < stairs.third.length && stairs.third[after]! >= third) after++;
    if (after === place + 1) {
      stairs.second[place] = second;
      stairs.third[place] = third;
    } else {
      stairs.second.splice(place, after - place, second);
      stairs.third.splice(place, after - place, third);
    }
  }
}

/** How many of the ascending values are at most `value`. */
function placeAfter(values: readonly number[], value: number): number {
  let low = 0;
  let high = values.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (values[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The members found last are the nearest, so most searches end with the first comparison. */
class Lists implements Fronts {
  readonly #members: number[][] = [];
  readonly #rows: Float64Array;
  readonly #objectiveCount: number;

  constructor(rows: Float64Array, objectiveCount: number) {
    this.#rows = rows;
    this.#objectiveCount = objectiveCount;
  }

  get count(): number {
    return this.#members.length;
  }

  dominates(front: number, index: number): boolean {
    const rows = this.#rows;
    const width = this.#objectiveCount;
    const members = this.#members[front]!;
    for (let k = members.length - 1; k >= 0; k--) {
      const start = members[k]! * width;
      let m = 1;
      while (m < width && rows[start + m]! <= rows[index * width + m]!) m++;
      if (m === width) return true;
    }
    return false;
  }

  add(front: number, index: number): void {
    if (front === this.#members.length) this.#members.push([index]);
    else this.#members[front]!.push(index);
  }
}
