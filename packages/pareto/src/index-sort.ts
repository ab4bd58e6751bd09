import { columnOf } from "./rows.ts";

/** Keys up to this many are sorted by insertion, in runs that are merged above. */
const RUN = 12;
/** From here on counting digits is faster than comparing. */
const RADIX_FROM = 3000;
const DIGIT_BITS = 11;
const DIGITS = 1 << DIGIT_BITS;
const PASSES = Math.ceil(64 / DIGIT_BITS);

/** Memory of the last call, reused as long as it is large enough. */
let spare: Int32Array = new Int32Array(256);

/**
 * Sorts indices by their keys, ascending, in place. Indices with equal keys keep their order, so sorting by a second key
 * first and by the first key afterwards orders lexicographically.
 *
 * @param order indices into `keys`
 * @param keys numbers, none of them NaN
 */
export function sortIndices(order: Int32Array, keys: Float64Array): void {
  if (spare.length < order.length) spare = new Int32Array(2 * order.length);
  if (order.length >= RADIX_FROM) sortByDigits(order, keys);
  else sortByMerging(order, keys);
}

/**
 * The order of points by their first objective, of those with an equal first one by the second, and so on; equal points keep
 * their order.
 *
 * @param rows points, row by row
 */
export function lexicographicOrder(rows: Float64Array, width: number): Int32Array {
  const order = identityOrder(rows.length / width);
  sortTies(order, rows, width, 0);
  return order;
}

function sortTies(order: Int32Array, rows: Float64Array, width: number, column: number): void {
  if (column === width || order.length < 2) return;
  const keys = columnOf(rows, width, column);
  sortIndices(order, keys);
  for (let start = 0; start < order.length;) {
    let end = start + 1;
    while (end < order.length && keys[order[end]!] === keys[order[start]!]) end++;
    if (end > start + 1) sortTies(order.subarray(start, end), rows, width, column + 1);
    start = end;
  }
}

/** The indices 0 to count - 1. */
export function identityOrder(count: number): Int32Array {
  const order = new Int32Array(count);
  for (let k = 0; k < count; k++) order[k] = k;
  return order;
}

function sortByMerging(order: Int32Array, keys: Float64Array): void {
  const count = order.length;
  for (let start = 0; start < count; start += RUN) insertionSort(order, keys, start, Math.min(start + RUN, count));
  let from = order;
  let to: Int32Array = spare;
  for (let width = RUN; width < count; width *= 2) {
    for (let start = 0; start < count; start += 2 * width)
      merge(from, to, keys, start, Math.min(start + width, count), Math.min(start + 2 * width, count));
    [from, to] = [to, from];
  }
  if (from !== order) order.set(from.subarray(0, count));
}

function insertionSort(order: Int32Array, keys: Float64Array, start: number, end: number): void {
  for (let k = start + 1; k < end; k++) {
    const index = order[k]!;
    const key = keys[index]!;
    let place = k;
    for (; place > start && keys[order[place - 1]!]! > key; place--) order[place] = order[place - 1]!;
    order[place] = index;
  }
}

function merge(from: Int32Array, to: Int32Array, keys: Float64Array, start: number, middle: number, end: number): void {
  let left = start;
  let right = middle;
  for (let k = start; k < end; k++) {
    const isLeft = left < middle && (right >= end || keys[from[left]!]! <= keys[from[right]!]!);
    to[k] = isLeft ? from[left++]! : from[right++]!;
  }
}

/** Least significant digit first, over the bits of the keys turned so that they order as the numbers do. */
function sortByDigits(order: Int32Array, keys: Float64Array): void {
  const count = order.length;
  const bits = new Uint32Array(Float64Array.from(keys, withoutNegativeZero).buffer);
  for (let k = 0; k < bits.length; k += 2) {
    const flip = bits[k + 1]! >>> 31 === 1 ? 0xffffffff : 0;
    bits[k] = bits[k]! ^ flip;
    bits[k + 1] = bits[k + 1]! ^ (flip | 0x80000000);
  }
  const counts = new Int32Array(DIGITS * PASSES);
  for (let k = 0; k < count; k++)
    for (let pass = 0; pass < PASSES; pass++) counts[DIGITS * pass + digitOf(bits, order[k]!, DIGIT_BITS * pass)]!++;
  let from = order;
  let to: Int32Array = spare;
  for (let pass = 0; pass < PASSES; pass++) {
    const shift = DIGIT_BITS * pass;
    const places = counts.subarray(DIGITS * pass, DIGITS * (pass + 1));
    if (places[digitOf(bits, from[0]!, shift)] === count) continue;
    let sum = 0;
    for (let digit = 0; digit < DIGITS; digit++) {
      const here = places[digit]!;
      places[digit] = sum;
      sum += here;
    }
    for (let k = 0; k < count; k++) {
      const index = from[k]!;
      to[places[digitOf(bits, index, shift)]!++] = index;
    }
    [from, to] = [to, from];
  }
  if (from !== order) order.set(from.subarray(0, count));
}

const withoutNegativeZero = (value: number): number => value + 0;

function digitOf(bits: Uint32Array, index: number, shift: number): number {
  const low = bits[2 * index]!;
  const high = bits[2 * index + 1]!;
  if (shift >= 32) return (high >>> (shift - 32)) & (DIGITS - 1);
  if (shift + DIGIT_BITS <= 32) return (low >>> shift) & (DIGITS - 1);
  return ((low >>> shift) | (high << (32 - shift))) & (DIGITS - 1);
}
