/**
 * Symmetric positive definite tridiagonal matrices: `diagonal` holds the n entries of the diagonal, `offDiagonal` the n - 1
 * entries beside it. A resistor line is one: conductances to neighbours and to ground.
 */

/**
 * Solves A·x = b by the Thomas algorithm (A = L·D·Lᵀ), overwriting `rightHandSide` with x. The matrix is kept.
 *
 * @throws RangeError if the sizes do not fit, or the matrix is not positive definite (with the row of the failing pivot).
 */
export function solveTridiagonal(diagonal: Float64Array, offDiagonal: Float64Array, rightHandSide: Float64Array): void {
  const size = diagonal.length;
  if (rightHandSide.length !== size) {
    throw new RangeError(`solveTridiagonal: expected ${size} right-hand sides, got ${rightHandSide.length}`);
  }
  const pivots = factor("solveTridiagonal", diagonal, offDiagonal);
  for (let i = 1; i < size; i++) rightHandSide[i]! -= (offDiagonal[i - 1]! / pivots[i - 1]!) * rightHandSide[i - 1]!;
  for (let i = size - 1; i >= 0; i--) {
    const coupled = i + 1 < size ? offDiagonal[i]! * rightHandSide[i + 1]! : 0;
    rightHandSide[i] = (rightHandSide[i]! - coupled) / pivots[i]!;
  }
}

/**
 * Inverse of the matrix, dense, row-major n × n, written into `inverse` (made when absent) and returned; n² operations.
 * The inverse is semi-separable: with pivots d of A = L·D·Lᵀ, row j is -offDiagonal_j/d_j times row j + 1 right of the
 * diagonal. Working upwards from the last row no term grows, so long lines neither overflow nor cancel
 * (G. Meurant, SIAM J. Matrix Anal. Appl. 13, 707, 1992).
 *
 * @throws RangeError if the sizes do not fit, or the matrix is not positive definite (with the row of the failing pivot).
 */
export function invertTridiagonal(
  diagonal: Float64Array,
  offDiagonal: Float64Array,
  inverse: Float64Array = new Float64Array(diagonal.length ** 2),
): Float64Array {
  const size = diagonal.length;
  if (inverse.length !== size * size) {
    throw new RangeError(`invertTridiagonal: expected room for ${size * size} entries, got ${inverse.length}`);
  }
  const pivots = factor("invertTridiagonal", diagonal, offDiagonal);
  for (let row = size - 1; row >= 0; row--) {
    const at = row * size;
    const ratio = row + 1 < size ? -offDiagonal[row]! / pivots[row]! : 0;
    for (let column = row + 1; column < size; column++) {
      const entry = ratio * inverse[at + size + column]!;
      inverse[at + column] = entry;
      inverse[column * size + row] = entry;
    }
    inverse[at + row] = 1 / pivots[row]! + (row + 1 < size ? ratio * inverse[at + row + 1]! : 0);
  }
  return inverse;
}

/** Pivots D of A = L·D·Lᵀ. */
function factor(caller: string, diagonal: Float64Array, offDiagonal: Float64Array): Float64Array {
  const size = diagonal.length;
  if (offDiagonal.length !== Math.max(size - 1, 0)) {
    throw new RangeError(`${caller}: expected ${size - 1} off-diagonal entries, got ${offDiagonal.length}`);
  }
  const pivots = new Float64Array(size);
  let pivot = 0;
  for (let i = 0; i < size; i++) {
    const coupling = i > 0 ? offDiagonal[i - 1]! : 0;
    pivot = diagonal[i]! - (i > 0 ? (coupling * coupling) / pivot : 0);
    if (!(pivot > 0 && pivot < Infinity)) {
      throw new RangeError(`${caller}: the matrix is not positive definite: pivot ${pivot} in row ${i}`);
    }
    pivots[i] = pivot;
  }
  return pivots;
}
