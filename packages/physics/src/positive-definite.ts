/**
 * Replaces the dense symmetric positive definite n × n matrix that starts at `offset` of `entries` (row-major) by its
 * inverse: Cholesky A = L·Lᵀ, then L⁻¹, then A⁻¹ = L⁻ᵀ·L⁻¹, each over the lower triangle, which alone is read.
 *
 * @returns the row of the first pivot that is not positive, where the work stopped, or -1 if all went well.
 */
export function invertPositiveDefinite(entries: Float64Array, offset: number, size: number): number {
  const end = offset + size * size;
  for (let i = 0, row = offset; i < size; i++, row += size) {
    for (let j = 0, other = offset; j <= i; j++, other += size) {
      let sum = entries[row + j]!;
      for (let k = 0; k < j; k++) sum -= entries[row + k]! * entries[other + k]!;
      if (j < i) entries[row + j] = sum / entries[other + j]!;
      else if (sum > 0 && sum < Infinity) entries[row + i] = Math.sqrt(sum);
      else return i;
    }
  }
  for (let i = 0, row = offset; i < size; i++, row += size) {
    const reciprocal = 1 / entries[row + i]!;
    for (let j = 0; j < i; j++) {
      let sum = 0;
      for (let k = j, at = offset + j * size + j; k < i; k++, at += size) sum += entries[row + k]! * entries[at]!;
      entries[row + j] = -sum * reciprocal;
    }
    entries[row + i] = reciprocal;
  }
  // Row j of the product takes from rows j and below only, so it may overwrite row j of L⁻¹.
  for (let j = 0, row = offset; j < size; j++, row += size) {
    const pivot = entries[row + j]!;
    for (let k = 0; k <= j; k++) entries[row + k]! *= pivot;
    for (let below = row + size; below < end; below += size) {
      const factor = entries[below + j]!;
      for (let k = 0; k <= j; k++) entries[row + k]! += factor * entries[below + k]!;
    }
  }
  for (let i = 0, row = offset; i < size; i++, row += size) {
    for (let j = 0, mirrored = offset + i; j < i; j++, mirrored += size) entries[mirrored] = entries[row + j]!;
  }
  return -1;
}
