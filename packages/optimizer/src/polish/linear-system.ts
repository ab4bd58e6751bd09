/** Pivot, relative to entries of about 1, below which a matrix counts as singular. */
const LEAST_PIVOT = 1e-13;

/**
 * Gaussian elimination with row pivoting, for any right side.
 *
 * @param matrix row-major, overwritten
 * @returns undefined when the matrix is singular to working precision
 */
export function solverOf(matrix: Float64Array, size: number): ((right: Float64Array) => Float64Array) | undefined {
  const order = Int32Array.from({ length: size }, (_, row) => row);
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++)
      if (Math.abs(matrix[row * size + column]!) > Math.abs(matrix[pivot * size + column]!)) pivot = row;
    const largest = matrix[pivot * size + column]!;
    if (!(Math.abs(largest) > LEAST_PIVOT)) return undefined;
    if (pivot !== column) {
      const kept = matrix.slice(column * size, (column + 1) * size);
      matrix.copyWithin(column * size, pivot * size, (pivot + 1) * size);
      matrix.set(kept, pivot * size);
      [order[column], order[pivot]] = [order[pivot]!, order[column]!];
    }
    for (let row = column + 1; row < size; row++) {
      const factor = matrix[row * size + column]! / largest;
      matrix[row * size + column] = factor;
      if (factor === 0) continue;
      const [from, to] = [column * size, row * size];
      for (let k = column + 1; k < size; k++) matrix[to + k]! -= factor * matrix[from + k]!;
    }
  }
  return (right) => {
    const solution = Float64Array.from(order, (row) => right[row]!);
    for (let row = 0; row < size; row++)
      for (let k = 0; k < row; k++) solution[row]! -= matrix[row * size + k]! * solution[k]!;
    for (let row = size - 1; row >= 0; row--) {
      for (let k = row + 1; k < size; k++) solution[row]! -= matrix[row * size + k]! * solution[k]!;
      solution[row]! /= matrix[row * size + row]!;
    }
    return solution;
  };
}
