import type { LabelledPatterns } from "@neurofront/core";

/**
 * Weights of a single layer by ridge regression on targets of +1 for the right output and -1 for all others:
 * W = (X'X + penalty 1)^-1 X'T (Hoerl and Kennard, Technometrics 12, 55 (1970)).
 *
 * @param penalty > 0
 * @returns inputs x outputs, row-major, not rescaled
 * @throws Error when the penalty is too small for the normal matrix to be positive definite
 */
export function ridgeWeights(data: LabelledPatterns, outputCount: number, penalty: number): Float64Array {
  const inputCount = data.patterns.length / data.count;
  const normal = new Float64Array(inputCount * inputCount);
  const weights = new Float64Array(inputCount * outputCount);
  for (let i = 0; i < data.count; i++) {
    const x = data.patterns.subarray(i * inputCount, (i + 1) * inputCount);
    for (let k = 0; k < inputCount; k++) {
      for (let m = 0; m < inputCount; m++) normal[k * inputCount + m]! += x[k]! * x[m]!;
      for (let j = 0; j < outputCount; j++) weights[k * outputCount + j]! += data.labels[i] === j ? x[k]! : -x[k]!;
    }
  }
  for (let k = 0; k < inputCount; k++) normal[k * inputCount + k]! += penalty;
  factorCholesky(normal, inputCount);
  solveCholesky(normal, inputCount, weights, outputCount);
  return weights;
}

/** Replace the lower triangle of a symmetric matrix by its Cholesky factor. */
function factorCholesky(matrix: Float64Array, size: number): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      let sum = matrix[i * size + j]!;
      for (let k = 0; k < j; k++) sum -= matrix[i * size + k]! * matrix[j * size + k]!;
      if (j < i) matrix[i * size + j] = sum / matrix[j * size + j]!;
      else if (sum > 0) matrix[i * size + i] = Math.sqrt(sum);
      else throw new Error(`ridge regression: pivot ${i} of the normal matrix is ${sum}; the penalty must be larger`);
    }
  }
}

/** Replace the columns of `right` (size x columns) by the solutions of L L' x = right. */
function solveCholesky(factor: Float64Array, size: number, right: Float64Array, columns: number): void {
  for (let i = 0; i < size; i++) {
    for (let j = 0; j < columns; j++) {
      let sum = right[i * columns + j]!;
      for (let k = 0; k < i; k++) sum -= factor[i * size + k]! * right[k * columns + j]!;
      right[i * columns + j] = sum / factor[i * size + i]!;
    }
  }
  for (let i = size - 1; i >= 0; i--) {
    for (let j = 0; j < columns; j++) {
      let sum = right[i * columns + j]!;
      for (let k = i + 1; k < size; k++) sum -= factor[k * size + i]! * right[k * columns + j]!;
      right[i * columns + j] = sum / factor[i * size + i]!;
    }
  }
}
