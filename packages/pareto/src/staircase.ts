/** Entries of a block; a full one is halved. */
const BLOCK = 256;

interface Block {
  readonly first: Float64Array;
  readonly second: Float64Array;
  readonly id: Int32Array;
  size: number;
}

const emptyBlock = (): Block => ({
  first: new Float64Array(BLOCK),
  second: new Float64Array(BLOCK),
  id: new Int32Array(BLOCK),
  size: 0,
});

/**
 * The non-dominated points of two minimised objectives among all that were added: sorted by the first, and so falling in the
 * second. Kept in blocks, so that an insertion moves few entries however many there are.
 */
export class Staircase {
  #blocks: Block[] = [];
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** @returns true when no earlier point is as good in both; the points it dominates are gone */
  add(first: number, second: number, id: number): boolean {
    if (this.#size === 0) {
      const block = emptyBlock();
      this.#blocks = [block];
      insert(block, 0, first, second, id);
      this.#size = 1;
      return true;
    }
    const blocks = this.#blocks;
    // The last block that begins at or before `first`, or the first one.
    let low = 0;
    let high = blocks.length;
    while (high - low > 1) {
      const middle = (low + high) >>> 1;
      if (blocks[middle]!.first[0]! <= first) low = middle;
      else high = middle;
    }
    const block = blocks[low]!;
    // Place of the first entry beyond `first`.
    let place = 0;
    let end = block.size;
    while (place < end) {
      const middle = (place + end) >>> 1;
      if (block.first[middle]! <= first) place = middle + 1;
      else end = middle;
    }
    if (place > 0 && block.second[place - 1]! <= second) return false;
    // One with the same first objective is worse in the second, and dominated.
    if (place > 0 && block.first[place - 1] === first) place--;
    this.#removeAbove(low, place, second);
    if (block.size === BLOCK) {
      const upper = halve(block);
      blocks.splice(low + 1, 0, upper);
      if (place > block.size) insert(upper, place - block.size, first, second, id);
      else insert(block, place, first, second, id);
    } else insert(block, place, first, second, id);
    this.#size++;
    return true;
  }

  /** Entries from (block, place) on as long as their second objective is not below `second`. */
  #removeAbove(at: number, place: number, second: number): void {
    const blocks = this.#blocks;
    const block = blocks[at]!;
    let end = place;
    while (end < block.size && block.second[end]! >= second) end++;
    const reachesNext = end === block.size;
    removeRange(block, place, end);
    this.#size -= end - place;
    if (!reachesNext) return;
    let whole = at + 1;
    while (whole < blocks.length && blocks[whole]!.second[blocks[whole]!.size - 1]! >= second) {
      this.#size -= blocks[whole]!.size;
      whole++;
    }
    if (whole > at + 1) blocks.splice(at + 1, whole - at - 1);
    const next = blocks[at + 1];
    if (next === undefined) return;
    let gone = 0;
    while (next.second[gone]! >= second) gone++;
    removeRange(next, 0, gone);
    this.#size -= gone;
  }

  /** Every point in the order of the first objective. */
  *entries(): Generator<readonly [first: number, second: number, id: number]> {
    for (const { first, second, id, size } of this.#blocks)
      for (let k = 0; k < size; k++) yield [first[k]!, second[k]!, id[k]!];
  }
}

function insert(block: Block, place: number, first: number, second: number, id: number): void {
  block.first.copyWithin(place + 1, place, block.size);
  block.second.copyWithin(place + 1, place, block.size);
  block.id.copyWithin(place + 1, place, block.size);
  block.first[place] = first;
  block.second[place] = second;
  block.id[place] = id;
  block.size++;
}

function removeRange(block: Block, from: number, to: number): void {
  if (from === to) return;
  block.first.copyWithin(from, to, block.size);
  block.second.copyWithin(from, to, block.size);
  block.id.copyWithin(from, to, block.size);
  block.size -= to - from;
}

/** Moves the upper half of a full block to a new one. */
function halve(block: Block): Block {
  const upper = emptyBlock();
  const half = BLOCK / 2;
  upper.first.set(block.first.subarray(half));
  upper.second.set(block.second.subarray(half));
  upper.id.set(block.id.subarray(half));
  upper.size = half;
  block.size = half;
  return upper;
}
