/** A real function of one real variable. */
export type ScalarFunction = (x: number) => number;

/** Where to look for a root, and how exactly to find it. */
export interface RootSearch {
  /** One end of the bracket. */
  readonly low: number;
  /** The other end; the function must change sign between the two. */
  readonly high: number;
  /** What the function is at the two ends, where that is known already. */
  readonly lowValue?: number;
  readonly highValue?: number;
  /** Largest accepted error of the root, in the unit of x. Default 0: as exact as a double can be. */
  readonly tolerance?: number;
}

/** Bisection alone needs about 1100 steps for the widest bracket of doubles; both methods fall back to it. */
const mostSteps = 2500;

/**
 * Root of a continuous function inside a bracket by Brent's method: inverse quadratic interpolation and secant steps,
 * bisection where these do not converge. Source: R. P. Brent, "Algorithms for Minimization without Derivatives", ch. 4 (1973).
 *
 * @throws RangeError if the function has the same sign at both ends of the bracket, or is not a number inside it.
 */
export function bracketedRoot(
  f: ScalarFunction,
  { low, high, lowValue = f(low), highValue = f(high), tolerance = 0 }: RootSearch,
): number {
  // `best` and `contrary` hold the root between them, |f(best)| being the smaller; `previous` is the last `best`.
  let previous = low;
  let fPrevious = lowValue;
  let best = high;
  let fBest = highValue;
  requireSignChange("bracketedRoot", low, high, fPrevious, fBest);
  let contrary = previous;
  let fContrary = fPrevious;
  let step = best - previous;
  let stepBefore = step;
  for (let count = 0; count < mostSteps; count++) {
    if (Math.abs(fContrary) < Math.abs(fBest)) {
      previous = best;
      best = contrary;
      contrary = previous;
      fPrevious = fBest;
      fBest = fContrary;
      fContrary = fPrevious;
    }
    const smallestStep = 2 * Number.EPSILON * Math.abs(best) + tolerance / 2;
    const half = (contrary - best) / 2;
    if (fBest === 0 || Math.abs(half) <= smallestStep) return best;
    if (Math.abs(stepBefore) < smallestStep || Math.abs(fPrevious) <= Math.abs(fBest)) {
      step = half;
      stepBefore = half;
    } else {
      // The interpolated step is numerator/denominator from `best`.
      const s = fBest / fPrevious;
      let numerator: number;
      let denominator: number;
      if (previous === contrary) {
        numerator = 2 * half * s;
        denominator = 1 - s;
      } else {
        const q = fPrevious / fContrary;
        const r = fBest / fContrary;
        numerator = s * (2 * half * q * (q - r) - (best - previous) * (r - 1));
        denominator = (q - 1) * (r - 1) * (s - 1);
      }
      if (numerator > 0) denominator = -denominator;
      numerator = Math.abs(numerator);
      const accepted =
        2 * numerator < 3 * half * denominator - Math.abs(smallestStep * denominator) &&
        numerator < Math.abs((stepBefore * denominator) / 2);
      stepBefore = accepted ? step : half;
      step = accepted ? numerator / denominator : half;
    }
    previous = best;
    fPrevious = fBest;
    best += Math.abs(step) > smallestStep ? step : Math.sign(half) * smallestStep;
    fBest = finiteSign("bracketedRoot", f(best), best, low, high);
    if (fBest > 0 === fContrary > 0) {
      contrary = previous;
      fContrary = fPrevious;
      step = best - previous;
      stepBefore = step;
    }
  }
  throw new RangeError(`bracketedRoot: no convergence in [${low}, ${high}] after ${mostSteps} steps`);
}

/** A bracket, and where in it Newton's method begins. */
export interface NewtonSearch extends RootSearch {
  /** Default: the middle. From the side on which the function is convex and positive, or concave and negative, all steps go one way. */
  readonly start?: number;
}

/**
 * Root of a differentiable function inside a bracket by Newton's method, safeguarded: a step that leaves the bracket or
 * does not at least halve the step before the last one is replaced by a bisection.
 * Source: Press et al., "Numerical Recipes", 3rd ed., section 9.4 (2007).
 *
 * @throws RangeError if the function has the same sign at both ends of the bracket, or is not a number inside it.
 */
export function newtonRoot(
  f: ScalarFunction,
  derivative: ScalarFunction,
  { low, high, start = (low + high) / 2, lowValue = f(low), highValue = f(high), tolerance = 0 }: NewtonSearch,
): number {
  requireSignChange("newtonRoot", low, high, lowValue, highValue);
  if (lowValue === 0) return low;
  if (highValue === 0) return high;
  let below = lowValue < 0 ? low : high;
  let above = lowValue < 0 ? high : low;
  let x = start;
  let step = Math.abs(high - low);
  let stepBefore = step;
  for (let count = 0; count < mostSteps; count++) {
    const fx = finiteSign("newtonRoot", f(x), x, low, high);
    if (fx === 0) return x;
    if (fx < 0) below = x;
    else above = x;
    let next = x - fx / derivative(x);
    const inside = (next - below) * (next - above) < 0;
    if (!inside || Math.abs(next - x) > stepBefore / 2) next = below + (above - below) / 2;
    stepBefore = step;
    step = Math.abs(next - x);
    x = next;
    if (step <= Number.EPSILON * Math.abs(x) + tolerance / 2) return x;
  }
  throw new RangeError(`newtonRoot: no convergence in [${low}, ${high}] after ${mostSteps} steps`);
}

function requireSignChange(method: string, low: number, high: number, fLow: number, fHigh: number): void {
  if ((fLow <= 0 && fHigh >= 0) || (fLow >= 0 && fHigh <= 0)) return;
  throw new RangeError(
    `${method}: expected a change of sign in [${low}, ${high}], got f(${low}) = ${fLow} and f(${high}) = ${fHigh}`,
  );
}

function finiteSign(method: string, value: number, x: number, low: number, high: number): number {
  if (Number.isNaN(value)) throw new RangeError(`${method}: f(${x}) is not a number, searching in [${low}, ${high}]`);
  return value;
}
