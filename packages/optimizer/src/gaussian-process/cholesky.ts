/** Columns of a panel: 48 rows of it stay in the first cache. */
const PANEL = 48;

/**
 * Factor a symmetric positive definite matrix in place, A = L L^T, panel by panel (left-looking): most of the work is products
 * of panels, done for tiles of four rows and four columns at a time so that every number read is used four times.
 *
 * @param a rows of the matrix; the lower triangle is read and becomes L, what is above it loses its meaning
 * @param stride numbers from one row to the next, at least `size`
 * @returns false when a pivot is not positive; the matrix is then spoilt
 */
export function factorise(a: Float64Array, size: number, stride: number = size): boolean {
  for (let start = 0; start < size; start += PANEL) {
    const end = Math.min(start + PANEL, size);
    if (start > 0) subtractEarlierPanels(a, size, stride, start, end);
    for (let i = start; i < end; i++) {
      for (let j = start; j < i; j++)
        a[i * stride + j] = (a[i * stride + j]! - product(a, i * stride, j * stride, start, j)) / a[j * stride + j]!;
      const pivot = a[i * stride + i]! - product(a, i * stride, i * stride, start, i);
      if (!(pivot > 0)) return false;
      a[i * stride + i] = Math.sqrt(pivot);
    }
    solvePanel(a, size, stride, start, end);
  }
  return true;
}

/** Entries [row, column] of the panel minus the products of the rows left of it. */
function subtractEarlierPanels(a: Float64Array, size: number, stride: number, start: number, end: number): void {
  const lastTileRow = start + 4 * Math.floor((size - start) / 4);
  const lastTileColumn = start + 4 * Math.floor((end - start) / 4);
  for (let i = start; i < lastTileRow; i += 4)
    for (let j = start; j < lastTileColumn && j < i + 4; j += 4) subtractTile(a, stride, i, j, start);
  for (let i = start; i < size; i++) {
    const first = i < lastTileRow ? lastTileColumn : start;
    for (let j = first; j < end && j <= i; j++)
      a[i * stride + j] = a[i * stride + j]! - product(a, i * stride, j * stride, 0, start);
  }
}

/** Four rows from `i` times four rows from `j` over the columns 0 to `depth` - 1, as two halves that fit the registers. */
function subtractTile(a: Float64Array, stride: number, i: number, j: number, depth: number): void {
  subtractHalfTile(a, stride, i, j, depth);
  subtractHalfTile(a, stride, i, j + 2, depth);
}

function subtractHalfTile(a: Float64Array, stride: number, i: number, j: number, depth: number): void {
  const i0 = i * stride;
  const i1 = i0 + stride;
  const i2 = i1 + stride;
  const i3 = i2 + stride;
  const j0 = j * stride;
  const j1 = j0 + stride;
  let s00 = 0;
  let s01 = 0;
  let s10 = 0;
  let s11 = 0;
  let s20 = 0;
  let s21 = 0;
  let s30 = 0;
  let s31 = 0;
  for (let k = 0; k < depth; k++) {
    const y0 = a[j0 + k]!;
    const y1 = a[j1 + k]!;
    const x0 = a[i0 + k]!;
    s00 += x0 * y0;
    s01 += x0 * y1;
    const x1 = a[i1 + k]!;
    s10 += x1 * y0;
    s11 += x1 * y1;
    const x2 = a[i2 + k]!;
    s20 += x2 * y0;
    s21 += x2 * y1;
    const x3 = a[i3 + k]!;
    s30 += x3 * y0;
    s31 += x3 * y1;
  }
  a[i0 + j] = a[i0 + j]! - s00;
  a[i0 + j + 1] = a[i0 + j + 1]! - s01;
  a[i1 + j] = a[i1 + j]! - s10;
  a[i1 + j + 1] = a[i1 + j + 1]! - s11;
  a[i2 + j] = a[i2 + j]! - s20;
  a[i2 + j + 1] = a[i2 + j + 1]! - s21;
  a[i3 + j] = a[i3 + j]! - s30;
  a[i3 + j + 1] = a[i3 + j + 1]! - s31;
}

/** Rows below a factored diagonal block, four at a time. */
function solvePanel(a: Float64Array, size: number, stride: number, start: number, end: number): void {
  let i = end;
  for (; i + 4 <= size; i += 4) {
    const i0 = i * stride;
    const i1 = i0 + stride;
    const i2 = i1 + stride;
    const i3 = i2 + stride;
    for (let j = start; j < end; j++) {
      const row = j * stride;
      let s0 = a[i0 + j]!;
      let s1 = a[i1 + j]!;
      let s2 = a[i2 + j]!;
      let s3 = a[i3 + j]!;
      for (let k = start; k < j; k++) {
        const y = a[row + k]!;
        s0 -= a[i0 + k]! * y;
        s1 -= a[i1 + k]! * y;
        s2 -= a[i2 + k]! * y;
        s3 -= a[i3 + k]! * y;
      }
      const pivot = a[row + j]!;
      a[i0 + j] = s0 / pivot;
      a[i1 + j] = s1 / pivot;
      a[i2 + j] = s2 / pivot;
      a[i3 + j] = s3 / pivot;
    }
  }
  for (; i < size; i++)
    for (let j = start; j < end; j++)
      a[i * stride + j] = (a[i * stride + j]! - product(a, i * stride, j * stride, start, j)) / a[j * stride + j]!;
}

/** Of two rows that begin at `x` and `y`, over columns `from` to `to` - 1; four sums, so that no addition waits for the last. */
function product(a: Float64Array, x: number, y: number, from: number, to: number): number {
  let s0 = 0;
  let s1 = 0;
  let s2 = 0;
  let s3 = 0;
  let k = from;
  for (; k + 4 <= to; k += 4) {
    s0 += a[x + k]! * a[y + k]!;
    s1 += a[x + k + 1]! * a[y + k + 1]!;
    s2 += a[x + k + 2]! * a[y + k + 2]!;
    s3 += a[x + k + 3]! * a[y + k + 3]!;
  }
  for (; k < to; k++) s0 += a[x + k]! * a[y + k]!;
  return s0 + s1 + (s2 + s3);
}

/** Solves L v = b in place of b. */
export function solveLower(factor: Float64Array, size: number, stride: number, b: Float64Array): void {
  for (let i = 0; i < size; i++) {
    const row = i * stride;
    let s0 = b[i]!;
    let s1 = 0;
    let s2 = 0;
    let s3 = 0;
    let k = 0;
    for (; k + 4 <= i; k += 4) {
      s0 -= factor[row + k]! * b[k]!;
      s1 -= factor[row + k + 1]! * b[k + 1]!;
      s2 -= factor[row + k + 2]! * b[k + 2]!;
      s3 -= factor[row + k + 3]! * b[k + 3]!;
    }
    for (; k < i; k++) s0 -= factor[row + k]! * b[k]!;
    b[i] = (s0 + s1 + (s2 + s3)) / factor[row + i]!;
  }
}

/** Solves L^T v = b in place of b. */
export function solveUpper(factor: Float64Array, size: number, stride: number, b: Float64Array): void {
  for (let i = size - 1; i >= 0; i--) {
    const row = i * stride;
    const value = b[i]! / factor[row + i]!;
    b[i] = value;
    for (let k = 0; k < i; k++) b[k] = b[k]! - factor[row + k]! * value;
  }
}

/** The lower triangle of the inverse of L L^T, in rows of `size`: the inverse of L, then its transpose times itself. */
export function inverse(factor: Float64Array, size: number, stride: number): Float64Array {
  const lower = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    const row = i * size;
    for (let k = 0; k < i; k++) {
      const weight = factor[i * stride + k]!;
      const earlier = k * size;
      for (let j = 0; j <= k; j++) lower[row + j] = lower[row + j]! - weight * lower[earlier + j]!;
    }
    const pivot = factor[i * stride + i]!;
    for (let j = 0; j < i; j++) lower[row + j] = lower[row + j]! / pivot;
    lower[row + i] = 1 / pivot;
  }
  const result = new Float64Array(size * size);
  for (let k = 0; k < size; k++) {
    const row = k * size;
    for (let i = 0; i <= k; i++) {
      const weight = lower[row + i]!;
      const target = i * size;
      for (let j = 0; j <= i; j++) result[target + j] = result[target + j]! + weight * lower[row + j]!;
    }
  }
  return result;
}
