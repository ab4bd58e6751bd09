/** Eigenvalues in no order, and the eigenvectors as the columns of a row-major matrix. */
export interface SymmetricEigen {
  readonly values: Float64Array;
  readonly vectors: Float64Array;
}

/** Implicit steps for one eigenvalue; a few suffice, more mean that the matrix holds what is no number. */
const STEPS = 60;

/**
 * Eigenvalues and eigenvectors of a real symmetric matrix: Householder's reduction to tridiagonal form, then implicit QL steps
 * (Golub and Van Loan, Matrix Computations, sections 8.3.1 and 8.3.3).
 *
 * @param matrix row-major, `size` times `size`; its lower triangle counts
 * @throws Error when an entry is not a finite number
 */
export function symmetricEigen(matrix: Float64Array, size: number): SymmetricEigen {
  const vectors = Float64Array.from(matrix);
  const values = new Float64Array(size);
  const beside = new Float64Array(size);
  tridiagonalise(vectors, values, beside, size);
  diagonalise(vectors, values, beside, size);
  return { values, vectors };
}

/** `q` becomes the orthogonal matrix of the reduction, `diagonal` and `beside` (from 1 on) the tridiagonal matrix. */
function tridiagonalise(q: Float64Array, diagonal: Float64Array, beside: Float64Array, size: number): void {
  const factors = new Float64Array(size);
  for (let i = size - 1; i > 0; i--) {
    // The reflection that leaves of row i only the entry beside the diagonal; its vector stays in that row.
    const row = i * size;
    let square = 0;
    for (let k = 0; k < i; k++) square += q[row + k]! ** 2;
    const last = q[row + i - 1]!;
    const length = last > 0 ? -Math.sqrt(square) : Math.sqrt(square);
    beside[i] = length;
    if (square === 0) continue;
    q[row + i - 1] = last - length;
    const factor = 1 / (square - last * length);
    factors[i] = factor;
    let along = 0;
    for (let j = 0; j < i; j++) {
      let sum = 0;
      for (let k = 0; k < i; k++) sum += q[k > j ? k * size + j : j * size + k]! * q[row + k]!;
      beside[j] = sum * factor;
      along += beside[j]! * q[row + j]!;
    }
    const half = 0.5 * along * factor;
    for (let j = 0; j < i; j++) beside[j]! -= half * q[row + j]!;
    for (let j = 0; j < i; j++) {
      const a = q[row + j]!;
      const b = beside[j]!;
      for (let k = 0; k <= j; k++) q[j * size + k]! -= a * beside[k]! + b * q[row + k]!;
    }
  }
  for (let i = 0; i < size; i++) {
    diagonal[i] = q[i * size + i]!;
    accumulate(q, factors[i]!, i, size);
  }
}

/** Applies the reflection kept in row `i` to the orthogonal matrix of the rows before it. */
function accumulate(q: Float64Array, factor: number, i: number, size: number): void {
  const row = i * size;
  if (factor !== 0)
    for (let j = 0; j < i; j++) {
      let sum = 0;
      for (let k = 0; k < i; k++) sum += q[row + k]! * q[k * size + j]!;
      sum *= factor;
      for (let k = 0; k < i; k++) q[k * size + j]! -= sum * q[row + k]!;
    }
  q[row + i] = 1;
  for (let k = 0; k < i; k++) {
    q[row + k] = 0;
    q[k * size + i] = 0;
  }
}

function diagonalise(q: Float64Array, diagonal: Float64Array, beside: Float64Array, size: number): void {
  beside.copyWithin(0, 1);
  if (size > 0) beside[size - 1] = 0;
  for (let first = 0; first < size; first++) {
    for (let step = 0; ; step++) {
      let end = first;
      while (end < size - 1 && !isNegligible(beside[end]!, diagonal[end]!, diagonal[end + 1]!)) end++;
      if (end === first) break;
      if (step === STEPS) throw new Error("eigenvalues of a matrix with an entry that is not a finite number");
      implicitStep(q, diagonal, beside, first, end, size);
    }
  }
}

function isNegligible(value: number, a: number, b: number): boolean {
  return Math.abs(value) <= Number.EPSILON * (Math.abs(a) + Math.abs(b));
}

/** One implicit QL step on the block from `first` to `end`, with Wilkinson's shift. */
function implicitStep(
  q: Float64Array,
  diagonal: Float64Array,
  beside: Float64Array,
  first: number,
  end: number,
  size: number,
): void {
  const ratio = (diagonal[first + 1]! - diagonal[first]!) / (2 * beside[first]!);
  const root = Math.hypot(ratio, 1);
  let g = diagonal[end]! - diagonal[first]! + beside[first]! / (ratio + (ratio < 0 ? -root : root));
  let sine = 1;
  let cosine = 1;
  let shift = 0;
  for (let i = end - 1; i >= first; i--) {
    const f = sine * beside[i]!;
    const b = cosine * beside[i]!;
    const r = Math.hypot(f, g);
    beside[i + 1] = r;
    if (r === 0) {
      // The block falls apart here.
      diagonal[i + 1]! -= shift;
      beside[end] = 0;
      return;
    }
    sine = f / r;
    cosine = g / r;
    const lowered = diagonal[i + 1]! - shift;
    const t = (diagonal[i]! - lowered) * sine + 2 * cosine * b;
    shift = sine * t;
    diagonal[i + 1] = lowered + shift;
    g = cosine * t - b;
    for (let k = 0; k < size; k++) {
      const left = q[k * size + i]!;
      const right = q[k * size + i + 1]!;
      q[k * size + i + 1] = sine * left + cosine * right;
      q[k * size + i] = cosine * left - sine * right;
    }
  }
  diagonal[first]! -= shift;
  beside[first] = g;
  beside[end] = 0;
}
