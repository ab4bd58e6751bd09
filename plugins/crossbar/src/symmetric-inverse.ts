/**
 * Replaces a symmetric positive definite matrix (size x size, row-major, `size` even; its lower triangle is read) by its
 * inverse, both triangles. Symmetric sweeps, which leave -1 times the inverse of what they swept (Beaton, Educational Testing
 * Service RB-64-51 (1964); Goodnight, The American Statistician 33, 149 (1979)); size^3 / 2 multiplications.
 *
 * @param column room for `size` numbers
 * @returns false when the matrix is not positive definite; it is then spoiled
 */
export function invertSymmetric(matrix: Float64Array, size: number, column: Float64Array): boolean {
  for (let k = 0; k < size; k++) {
    const pivotRow = k * size;
    const pivot = matrix[pivotRow + k]!;
    if (!(pivot > 0)) return false;
    // With row and column k at zero and -1 in its place the rank-one update below also writes their new values.
    for (let j = 0; j < k; j++) {
      column[j] = matrix[pivotRow + j]!;
      matrix[pivotRow + j] = 0;
    }
    column[k] = -1;
    matrix[pivotRow + k] = 0;
    for (let i = k + 1; i < size; i++) {
      column[i] = matrix[i * size + k]!;
      matrix[i * size + k] = 0;
    }
    subtractSquare(matrix, size, column, 1 / pivot);
  }
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const entry = -matrix[i * size + j]!;
      matrix[i * size + j] = entry;
      matrix[j * size + i] = entry;
    }
  }
  return true;
}

/** Lower triangle of matrix -= scale * column column', two rows at a time. */
function subtractSquare(matrix: Float64Array, size: number, column: Float64Array, scale: number): void {
  for (let i = 0; i < size; i += 2) {
    const upper = scale * column[i]!;
    const lower = scale * column[i + 1]!;
    const upperRow = i * size;
    const lowerRow = upperRow + size;
    for (let j = 0; j < i + 2; j++) {
      const entry = column[j]!;
      matrix[upperRow + j]! -= upper * entry;
      matrix[lowerRow + j]! -= lower * entry;
    }
  }
}
