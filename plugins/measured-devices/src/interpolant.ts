import type { Interpolation } from "@neurofront/core";

/** A curve through points; outside them it keeps the value of the end. */
export type Interpolant = (x: number) => number;

/**
 * The curve through points, piecewise linear or cubic. Either stays between neighbouring points, so it is monotone where they are.
 *
 * @param x strictly increasing, at least two
 * @param y one value a point
 */
export function interpolant(x: Float64Array, y: Float64Array, interpolation: Interpolation): Interpolant {
  const slopes = interpolation === "linear" ? undefined : monotoneSlopes(x, y);
  const last = x.length - 1;
  return (at) => {
    if (at <= x[0]!) return y[0]!;
    if (at >= x[last]!) return y[last]!;
    const k = intervalOf(x, at);
    const width = x[k + 1]! - x[k]!;
    const t = (at - x[k]!) / width;
    if (slopes === undefined) return y[k]! + t * (y[k + 1]! - y[k]!);
    return hermite(t, y[k]!, y[k + 1]!, width * slopes[k]!, width * slopes[k + 1]!);
  };
}

/** The interval [x_k, x_k+1) that holds a place inside the points. */
function intervalOf(x: Float64Array, at: number): number {
  let low = 0;
  let high = x.length - 1;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (x[middle]! <= at) low = middle;
    else high = middle;
  }
  return low;
}

/** Cubic on [0, 1] from its values and slopes at the ends, as differences from the left value. */
function hermite(t: number, left: number, right: number, leftSlope: number, rightSlope: number): number {
  const rise = right - left;
  return left + t * (leftSlope + t * (3 * rise - 2 * leftSlope - rightSlope + t * (leftSlope + rightSlope - 2 * rise)));
}

/**
 * Slopes for which the cubic is monotone between points: a weighted harmonic mean of the neighbouring differences, zero at an
 * extremum (Fritsch and Butland, SIAM J. Sci. Stat. Comput. 5, 300 (1984)); at the ends the one-sided three-point slope,
 * limited to three times the difference there.
 */
function monotoneSlopes(x: Float64Array, y: Float64Array): Float64Array {
  const last = x.length - 1;
  const width = (k: number): number => x[k + 1]! - x[k]!;
  const difference = (k: number): number => (y[k + 1]! - y[k]!) / width(k);
  if (last === 1) return Float64Array.of(difference(0), difference(0));
  return Float64Array.from(x, (_, k) => {
    if (k === 0) return endSlope(width(0), width(1), difference(0), difference(1));
    if (k === last) return endSlope(width(last - 1), width(last - 2), difference(last - 1), difference(last - 2));
    const [before, after] = [difference(k - 1), difference(k)];
    if (before * after <= 0) return 0;
    const [near, far] = [2 * width(k) + width(k - 1), width(k) + 2 * width(k - 1)];
    return (near + far) / (near / before + far / after);
  });
}

function endSlope(width: number, next: number, difference: number, nextDifference: number): number {
  const slope = ((2 * width + next) * difference - width * nextDifference) / (width + next);
  if (slope * difference <= 0) return 0;
  return difference * nextDifference <= 0 && Math.abs(slope) > 3 * Math.abs(difference) ? 3 * difference : slope;
}
