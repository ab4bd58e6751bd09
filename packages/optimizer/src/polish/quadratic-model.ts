import { solverOf } from "./linear-system.ts";

/** A quadratic of the distance from a centre. */
export interface Quadratic {
  readonly gradient: Float64Array;
  /** Row-major and symmetric. */
  readonly hessian: Float64Array;
}

/** Value over that at the centre. */
export function changeOf({ gradient, hessian }: Quadratic, step: ArrayLike<number>): number {
  const n = gradient.length;
  let change = 0;
  for (let i = 0; i < n; i++) {
    let row = 0;
    for (let j = 0; j < n; j++) row += hessian[i * n + j]! * step[j]!;
    change += step[i]! * (gradient[i]! + 0.5 * row);
  }
  return change;
}

/** Points around a centre through which quadratics are laid, each with the least change of second derivatives. */
export interface Interpolation {
  /**
   * The quadratic that takes the given values, over that at the centre, with the second derivatives that differ least, as a
   * matrix, from those before (Powell, Math. Program. 100, 183 (2004)); undefined when the points do not determine it.
   */
  readonly fit: (before: Float64Array, changes: ArrayLike<number>) => Quadratic | undefined;
  /**
   * Values at a step of the quadratics that are 1 at one point and 0 at the others: how much each point counts there. Undefined
   * when the points do not determine them.
   */
  readonly lagrange: (step: Float64Array) => Float64Array | undefined;
}

/** @param steps distances from the centre, the centre itself among them; more than dimensions, at most all coefficients */
export function interpolationAt(steps: readonly Float64Array[]): Interpolation {
  const n = steps[0]!.length;
  const count = steps.length;
  const size = count + n + 1;
  const scale = steps.reduce(
    (largest, step) => step.reduce((most, value) => Math.max(most, Math.abs(value)), largest),
    0,
  );
  const scaled = new Float64Array(count * n);
  for (const [i, step] of steps.entries()) for (let k = 0; k < n; k++) scaled[i * n + k] = step[k]! / scale;
  const halfSquare = (a: Float64Array, offset: number, i: number): number => {
    let product = 0;
    for (let k = 0; k < n; k++) product += a[offset + k]! * scaled[i * n + k]!;
    return 0.5 * product * product;
  };
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < count; i++) {
    for (let j = 0; j <= i; j++) {
      matrix[i * size + j] = halfSquare(scaled, i * n, j);
      matrix[j * size + i] = matrix[i * size + j]!;
    }
    matrix[i * size + count] = 1;
    matrix[count * size + i] = 1;
    for (let k = 0; k < n; k++) {
      matrix[i * size + count + 1 + k] = scaled[i * n + k]!;
      matrix[(count + 1 + k) * size + i] = scaled[i * n + k]!;
    }
  }
  const solve = solverOf(matrix, size);
  return {
    fit: (before, changes) => {
      const prior = { gradient: new Float64Array(n), hessian: before };
      const right = new Float64Array(size);
      for (const [i, step] of steps.entries()) right[i] = changes[i]! - changeOf(prior, step);
      const solution = solve?.(right);
      if (solution === undefined) return undefined;
      const hessian = Float64Array.from(before);
      for (const [i, step] of steps.entries()) {
        const weight = solution[i]! / scale ** 4;
        for (let r = 0; r < n; r++) for (let c = 0; c < n; c++) hessian[r * n + c]! += weight * step[r]! * step[c]!;
      }
      return { gradient: Float64Array.from({ length: n }, (_, k) => solution[count + 1 + k]! / scale), hessian };
    },
    lagrange: (step) => {
      const own = step.map((value) => value / scale);
      const right = new Float64Array(size);
      for (let i = 0; i < count; i++) right[i] = halfSquare(own, 0, i);
      right[count] = 1;
      right.set(own, count + 1);
      return solve?.(right).subarray(0, count);
    },
  };
}
