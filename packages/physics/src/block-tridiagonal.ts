/**
 * Symmetric positive definite block-tridiagonal systems whose diagonal blocks are dense and whose off-diagonal blocks are
 * diagonal: layers of strongly coupled nodes, each node wired to the same node of the next layer. All arrays are row-major.
 */
import { invertPositiveDefinite } from "./positive-definite.ts";

/** The matrix, with `blockCount` blocks of `blockSize` rows. */
export interface BlockTridiagonal {
  readonly blockSize: number;
  readonly blockCount: number;
  /** The diagonal blocks one after another, blockCount × blockSize × blockSize; only their lower triangles are read. */
  readonly diagonal: Float64Array;
  /** The diagonals of the off-diagonal blocks, (blockCount - 1) × blockSize: entry i couples blocks i and i + 1. */
  readonly offDiagonal: Float64Array;
}

/** What `factorBlockTridiagonal` leaves for any number of solves. */
export interface BlockTridiagonalFactor {
  readonly blockSize: number;
  readonly blockCount: number;
  /** Inverses of the Schur complements of the diagonal blocks, in the storage of `BlockTridiagonal.diagonal`. */
  readonly schurInverse: Float64Array;
  readonly offDiagonal: Float64Array;
}

/**
 * Block Cholesky factorisation in place: overwrites `matrix.diagonal`, keeps `matrix.offDiagonal`.
 * With E the off-diagonal blocks, the Schur complements are S₀ = A₀, Sᵢ₊₁ = Aᵢ₊₁ - Eᵢ·Sᵢ⁻¹·Eᵢ
 * (Golub, Van Loan, "Matrix Computations", 4th ed., section 4.5); blockCount·blockSize³ operations.
 *
 * @throws RangeError if the sizes do not fit, or the matrix is not positive definite (with block and row of the pivot).
 */
export function factorBlockTridiagonal(matrix: BlockTridiagonal): BlockTridiagonalFactor {
  const { blockSize, blockCount, diagonal, offDiagonal } = matrix;
  const blockArea = blockSize * blockSize;
  requireLength("diagonal", diagonal, blockCount * blockArea);
  requireLength("offDiagonal", offDiagonal, Math.max(blockCount - 1, 0) * blockSize);
  for (let block = 0; block < blockCount; block++) {
    const here = block * blockArea;
    const failedRow = invertPositiveDefinite(diagonal, here, blockSize);
    if (failedRow >= 0) {
      throw new RangeError(
        `factorBlockTridiagonal: the matrix is not positive definite: pivot of block ${block}, row ${failedRow}`,
      );
    }
    if (block + 1 === blockCount) break;
    const coupling = block * blockSize;
    for (let i = 0, row = here; i < blockSize; i++, row += blockSize) {
      const ownCoupling = offDiagonal[coupling + i]!;
      for (let j = 0; j <= i; j++) {
        diagonal[row + blockArea + j]! -= ownCoupling * offDiagonal[coupling + j]! * diagonal[row + j]!;
      }
    }
  }
  return { blockSize, blockCount, schurInverse: diagonal, offDiagonal };
}

/**
 * Solves A·X = B for `count` right-hand sides at once, overwriting `rightHandSides`, a (blockCount·blockSize) × count
 * matrix, with X. About 2·blockCount·blockSize²·count operations; blocks of zeros at the head of B save half of theirs.
 *
 * @throws RangeError if the sizes do not fit.
 */
export function solveBlockTridiagonal(
  factor: BlockTridiagonalFactor,
  rightHandSides: Float64Array,
  count: number,
): void {
  const { blockSize, blockCount, schurInverse, offDiagonal } = factor;
  const blockArea = blockSize * blockSize;
  const stride = blockSize * count;
  requireLength("rightHandSides", rightHandSides, blockCount * stride);
  const work = new Float64Array(stride);

  // Forward: Sᵢ⁻¹·zᵢ replaces bᵢ, with zᵢ = bᵢ - Eᵢ₋₁·Sᵢ₋₁⁻¹·zᵢ₋₁.
  const firstBlock = Math.floor(leadingZeros(rightHandSides) / stride);
  for (let block = firstBlock; block < blockCount; block++) {
    const here = block * stride;
    work.set(rightHandSides.subarray(here, here + stride));
    if (block > firstBlock)
      subtractCoupled(offDiagonal, (block - 1) * blockSize, rightHandSides, here - stride, work, count);
    rightHandSides.fill(0, here, here + stride);
    addProduct(schurInverse, block * blockArea, work, rightHandSides, here, blockSize, count);
  }
  // Backward: xᵢ = Sᵢ⁻¹·zᵢ - Sᵢ⁻¹·Eᵢ·xᵢ₊₁.
  for (let block = blockCount - 2; block >= 0; block--) {
    const here = block * stride;
    work.fill(0);
    subtractCoupled(offDiagonal, block * blockSize, rightHandSides, here + stride, work, count);
    addProduct(schurInverse, block * blockArea, work, rightHandSides, here, blockSize, count);
  }
}

/** target -= diag(coupling)·(the block of `source` at `offset`). */
function subtractCoupled(
  coupling: Float64Array,
  couplingOffset: number,
  source: Float64Array,
  offset: number,
  target: Float64Array,
  count: number,
): void {
  for (let at = 0, row = couplingOffset; at < target.length; row++) {
    const factor = coupling[row]!;
    for (const end = at + count; at < end; at++) target[at]! -= factor * source[offset + at]!;
  }
}

/**
 * The block of `target` at `targetOffset` += (the n × n block of `matrix` at `matrixOffset`)·columns. Four rows of `columns`
 * at a time, which halves the loads and stores of the target.
 */
function addProduct(
  matrix: Float64Array,
  matrixOffset: number,
  columns: Float64Array,
  target: Float64Array,
  targetOffset: number,
  size: number,
  count: number,
): void {
  for (let row = 0; row < size; row++) {
    const at = matrixOffset + row * size;
    const out = targetOffset + row * count;
    let k = 0;
    for (; k + 4 <= size; k += 4) {
      const m0 = matrix[at + k]!;
      const m1 = matrix[at + k + 1]!;
      const m2 = matrix[at + k + 2]!;
      const m3 = matrix[at + k + 3]!;
      const c0 = k * count;
      const c1 = c0 + count;
      const c2 = c1 + count;
      const c3 = c2 + count;
      for (let j = 0; j < count; j++) {
        target[out + j]! +=
          m0 * columns[c0 + j]! + m1 * columns[c1 + j]! + m2 * columns[c2 + j]! + m3 * columns[c3 + j]!;
      }
    }
    for (; k < size; k++) {
      const m = matrix[at + k]!;
      const c = k * count;
      for (let j = 0; j < count; j++) target[out + j]! += m * columns[c + j]!;
    }
  }
}

function leadingZeros(values: Float64Array): number {
  let at = 0;
  while (at < values.length && values[at] === 0) at++;
  return at;
}

function requireLength(name: string, values: Float64Array, expected: number): void {
  if (values.length !== expected) {
    throw new RangeError(`block-tridiagonal matrix: expected ${expected} entries of ${name}, got ${values.length}`);
  }
}
