/** A set of points of the unit cube, equal when all coordinates are. */
export class PointSet {
  #size = 0;
  readonly #buckets = new Map<number, Float64Array[]>();

  get size(): number {
    return this.#size;
  }

  has(point: Float64Array): boolean {
    return this.#buckets.get(hash(point))?.some((member) => isEqual(member, point)) ?? false;
  }

  /** Points added must not be changed afterwards. */
  add(point: Float64Array): void {
    if (this.has(point)) return;
    this.#size++;
    const key = hash(point);
    const bucket = this.#buckets.get(key);
    if (bucket === undefined) this.#buckets.set(key, [point]);
    else bucket.push(point);
  }
}

function isEqual(a: Float64Array, b: Float64Array): boolean {
  return a.every((value, k) => value === b[k]);
}

/** Fowler-Noll-Vo 1a over the 32-bit words. */
function hash(point: Float64Array): number {
  const words = new Uint32Array(point.buffer, point.byteOffset, 2 * point.length);
  let h = 0x811c9dc5;
  for (let k = 0; k < words.length; k++) h = Math.imul(h ^ words[k]!, 0x01000193);
  return h >>> 0;
}
