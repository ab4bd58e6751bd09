/** A function to minimise with its gradient, which it writes; Infinity where it has no value. */
export type Differentiable = (point: Float64Array, gradient: Float64Array) => number;

export interface DescentLimits {
  readonly iterations: number;
  /** The search ends when no coordinate of the projected gradient is larger. */
  readonly gradientTolerance: number;
}

/** Pairs of steps and changes of the gradient that are kept. */
const MEMORY = 8;
/** Share of the predicted decrease that a step must bring (Armijo). */
const SUFFICIENT = 1e-4;
const HALVINGS = 20;

/**
 * A local minimum in a box by limited-memory quasi-Newton steps (Liu and Nocedal, Math. Program. 45, 503 (1989)) in the free
 * coordinates, projected onto the box with backtracking (Bertsekas, SIAM J. Control Optim. 20, 221 (1982)). A coordinate at a
 * bound is free when the descent leads away from the bound.
 *
 * @param start inside the box; not changed
 */
export function descend(
  f: Differentiable,
  start: Float64Array,
  low: Float64Array,
  high: Float64Array,
  limits: DescentLimits,
): { readonly point: Float64Array; readonly value: number } {
  const size = start.length;
  let point = Float64Array.from(start);
  let gradient = new Float64Array(size);
  let value = f(point, gradient);
  if (!Number.isFinite(value)) return { point, value };
  const steps: Float64Array[] = [];
  const changes: Float64Array[] = [];
  for (let iteration = 0; iteration < limits.iterations; iteration++) {
    const free = gradient.map((slope, k) =>
      (slope > 0 && point[k]! <= low[k]!) || (slope < 0 && point[k]! >= high[k]!) ? 0 : 1,
    );
    if (gradient.every((slope, k) => free[k] === 0 || Math.abs(slope) <= limits.gradientTolerance)) break;
    let direction = quasiNewtonDirection(gradient, free, steps, changes);
    if (!(dot(direction, gradient) < 0)) {
      steps.length = 0;
      changes.length = 0;
      direction = gradient.map((slope, k) => -slope * free[k]!);
    }
    // Without curvature known, a first step of a tenth of the box.
    let length = steps.length > 0 ? 1 : firstLength(direction, low, high);
    const nextGradient = new Float64Array(size);
    let next = point;
    let nextValue = Infinity;
    let found = false;
    for (let halving = 0; halving < HALVINGS && !found; halving++) {
      next = point.map((x, k) => Math.min(Math.max(x + length * direction[k]!, low[k]!), high[k]!));
      nextValue = f(next, nextGradient);
      let predicted = 0;
      for (let k = 0; k < size; k++) predicted += gradient[k]! * (next[k]! - point[k]!);
      found = nextValue <= value + SUFFICIENT * predicted && nextValue < value;
      length /= halving === 0 ? 2 : 3;
    }
    if (!found) {
      if (steps.length === 0) break;
      // The curvature kept may be wrong: once more along the gradient.
      steps.length = 0;
      changes.length = 0;
      continue;
    }
    const step = next.map((x, k) => x - point[k]!);
    const change = nextGradient.map((slope, k) => slope - gradient[k]!);
    if (dot(step, change) > 1e-12 * dot(change, change)) {
      steps.push(step);
      changes.push(change);
      if (steps.length > MEMORY) {
        steps.shift();
        changes.shift();
      }
    }
    const gain = value - nextValue;
    point = next;
    value = nextValue;
    gradient = nextGradient;
    if (gain <= 1e-9 * Math.max(1, Math.abs(value))) break;
  }
  return { point, value };
}

/** The two-loop recursion of L-BFGS over the free coordinates. */
function quasiNewtonDirection(
  gradient: Float64Array,
  free: Float64Array,
  steps: readonly Float64Array[],
  changes: readonly Float64Array[],
): Float64Array {
  const direction = gradient.map((slope, k) => -slope * free[k]!);
  const shares: number[] = [];
  for (let m = steps.length - 1; m >= 0; m--) {
    const share = dot(steps[m]!, direction) / dot(steps[m]!, changes[m]!);
    shares[m] = share;
    for (let k = 0; k < direction.length; k++) direction[k] = direction[k]! - share * changes[m]![k]!;
  }
  if (steps.length > 0) {
    const scale = dot(steps.at(-1)!, changes.at(-1)!) / dot(changes.at(-1)!, changes.at(-1)!);
    for (let k = 0; k < direction.length; k++) direction[k] = direction[k]! * scale;
  }
  for (let m = 0; m < steps.length; m++) {
    const back = dot(changes[m]!, direction) / dot(steps[m]!, changes[m]!);
    for (let k = 0; k < direction.length; k++) direction[k] = direction[k]! + (shares[m]! - back) * steps[m]![k]!;
  }
  return direction.map((x, k) => x * free[k]!);
}

function firstLength(direction: Float64Array, low: Float64Array, high: Float64Array): number {
  let largest = 0;
  for (let k = 0; k < direction.length; k++)
    if (high[k]! > low[k]!) largest = Math.max(largest, Math.abs(direction[k]!) / (high[k]! - low[k]!));
  return largest === 0 ? 0 : 0.1 / largest;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let k = 0; k < a.length; k++) sum += a[k]! * b[k]!;
  return sum;
}
