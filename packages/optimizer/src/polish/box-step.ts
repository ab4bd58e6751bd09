import { changeOf } from "./quadratic-model.ts";
import type { Quadratic } from "./quadratic-model.ts";

/**
 * A step that makes a quadratic small within a box around the centre: conjugate gradients on the coordinates that are free,
 * begun again whenever one meets its bound (after the step of BOBYQA, Powell, report DAMTP 2009/NA06). It follows negative
 * curvature to the bound.
 *
 * @param low least and `high` largest step of every coordinate, low <= 0 <= high
 */
export function boxStep(model: Quadratic, low: Float64Array, high: Float64Array): Float64Array {
  const n = low.length;
  const step = new Float64Array(n);
  const gradient = Float64Array.from(model.gradient);
  // Every round but the last ends with one more coordinate on its bound; few leave it again.
  for (let round = 0; round <= 2 * n; round++) {
    const free = Array.from(gradient, (slope, k) => (slope > 0 ? step[k]! > low[k]! : step[k]! < high[k]!));
    if (!descend(model, step, gradient, free, low, high)) break;
  }
  return changeOf(model, step) < 0 ? step : new Float64Array(n);
}

/** Conjugate gradients until a bound is met; whether one was, so that it is worth going on with other free coordinates. */
function descend(
  { hessian }: Quadratic,
  step: Float64Array,
  gradient: Float64Array,
  free: readonly boolean[],
  low: Float64Array,
  high: Float64Array,
): boolean {
  const n = step.length;
  const direction = new Float64Array(n);
  const curved = new Float64Array(n);
  let square = squareOf(gradient, free);
  const enough = 1e-16 * square;
  let before = Infinity;
  for (let iteration = 0; iteration < n && square > enough; iteration++) {
    for (let k = 0; k < n; k++)
      direction[k] = free[k]! ? -gradient[k]! + (before === Infinity ? 0 : (square / before) * direction[k]!) : 0;
    let curvature = 0;
    for (let i = 0; i < n; i++) {
      let row = 0;
      for (let j = 0; j < n; j++) row += hessian[i * n + j]! * direction[j]!;
      curved[i] = row;
      curvature += row * direction[i]!;
    }
    let room = Infinity;
    let blocking = -1;
    for (let k = 0; k < n; k++) {
      if (direction[k] === 0) continue;
      const own = ((direction[k]! > 0 ? high[k]! : low[k]!) - step[k]!) / direction[k]!;
      if (own < room) {
        room = own;
        blocking = k;
      }
    }
    if (blocking < 0) return false;
    let slope = 0;
    for (let k = 0; k < n; k++) slope += gradient[k]! * direction[k]!;
    const wanted = curvature > 0 ? -slope / curvature : Infinity;
    const length = Math.min(wanted, room);
    for (let k = 0; k < n; k++) {
      step[k]! += length * direction[k]!;
      gradient[k]! += length * curved[k]!;
    }
    if (length === room) {
      step[blocking] = direction[blocking]! > 0 ? high[blocking]! : low[blocking]!;
      return true;
    }
    before = square;
    square = squareOf(gradient, free);
  }
  return false;
}

function squareOf(gradient: Float64Array, free: readonly boolean[]): number {
  let square = 0;
  for (let k = 0; k < gradient.length; k++) if (free[k]!) square += gradient[k]! ** 2;
  return square;
}
