const FIRST_CAPACITY = 1024;

/** A point and its bits. */
let numbers = new Float64Array(64);
let bits = new Uint32Array(numbers.buffer);

/**
 * A set of points of the unit cube, equal when all coordinates are. It holds 64 bits for each point, not the point: two of
 * a million different points are taken for equal with a chance of 3e-8.
 */
export class PointSet {
  #size = 0;
  /** Two words for each place, both 0 where it is free; never more than half full. */
  #words = new Uint32Array(2 * FIRST_CAPACITY);
  /** Hash of the point looked at last. */
  #low = 0;
  #high = 0;

  get size(): number {
    return this.#size;
  }

  has(point: Float64Array): boolean {
    this.#hash(point);
    return this.#words[this.#placeOf(this.#low, this.#high) + 1] !== 0;
  }

  /** @returns true when the point was not in the set */
  add(point: Float64Array): boolean {
    this.#hash(point);
    const place = this.#placeOf(this.#low, this.#high);
    if (this.#words[place + 1] !== 0) return false;
    this.#words[place] = this.#low;
    this.#words[place + 1] = this.#high;
    this.#size++;
    if (4 * this.#size > this.#words.length) this.#grow();
    return true;
  }

  /** Where a hash stands, or the free place where it would. */
  #placeOf(low: number, high: number): number {
    const words = this.#words;
    const mask = words.length - 1;
    let place = (2 * low) & mask;
    while (words[place + 1] !== 0 && (words[place] !== low || words[place + 1] !== high)) place = (place + 2) & mask;
    return place;
  }

  #grow(): void {
    const old = this.#words;
    this.#words = new Uint32Array(2 * old.length);
    for (let k = 0; k < old.length; k += 2) {
      if (old[k + 1] === 0) continue;
      const place = this.#placeOf(old[k]!, old[k + 1]!);
      this.#words[place] = old[k]!;
      this.#words[place + 1] = old[k + 1]!;
    }
  }

  /** Two chains of multiplications with rotations over the 32-bit words, finished as in MurmurHash3 (Appleby, public domain). */
  #hash(point: Float64Array): void {
    if (numbers.length < point.length) {
      numbers = new Float64Array(2 * point.length);
      bits = new Uint32Array(numbers.buffer);
    }
    numbers.set(point);
    const count = 2 * point.length;
    let low = 0x2545f491;
    let high = 0x632be5ab;
    for (let k = 0; k < count; k++) {
      const word = bits[k]!;
      low = (Math.imul((low << 13) | (low >>> 19), 5) + Math.imul(word, 0xcc9e2d51)) | 0;
      high = (Math.imul(((high << 15) | (high >>> 17)) ^ word, 0x1b873593) + low) | 0;
    }
    this.#low = finish(low);
    // 0 marks a free place.
    this.#high = finish(high) || 1;
  }
}

function finish(state: number): number {
  let h = state | 0;
  h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
  h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
  return (h ^ (h >>> 16)) >>> 0;
}
