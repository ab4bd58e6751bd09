/** Numbers in a block: 64 KB. */
const BLOCK_LENGTH = 2 ** 13;
/** Arrays of a fraction of a block or more have a buffer of their own. */
const LARGEST_LENGTH = BLOCK_LENGTH / 16;

let block = new ArrayBuffer(0);
let used_bytes = 0;

/**
 * An array of zeros. Short ones lie side by side in a block of memory, for a buffer of its own costs an array more time than a small
 * layer has work for it (1 us against 0.05 us, of some thirty arrays a candidate). A block is held as long as one of its arrays is.
 *
 * Not for what is handed to a plugin: one that transfers or misreads the buffer would reach the arrays beside it.
 */
export function zeros(length: number): Float64Array {
  if (length > LARGEST_LENGTH) return new Float64Array(length);
  const bytes = length * Float64Array.BYTES_PER_ELEMENT;
  if (used_bytes + bytes > block.byteLength) {
    block = new ArrayBuffer(BLOCK_LENGTH * Float64Array.BYTES_PER_ELEMENT);
    used_bytes = 0;
  }
  const array = new Float64Array(block, used_bytes, length);
  used_bytes += bytes;
  return array;
}
