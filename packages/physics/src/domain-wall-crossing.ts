import type { DomainWallMotion } from "./domain-wall-motion.ts";
import { bracketedRoot, newtonRoot } from "./root-finding.ts";

/**
 * Time a wall needs from rest at one end of the free domain to the other, without noise: the root of
 * v t - (v - v0) tau (1 - exp(-t / tau)) = L, the way of a wall whose speed relaxes from v0 to v with time constant tau.
 *
 * @param motion with a steady speed above 0
 * @throws RangeError when the steady speed is not positive
 */
export function domainWallCrossingTime_s(motion: DomainWallMotion, length_m: number): number {
  const { speed_m_s, initialSpeed_m_s, relaxation_s } = motion;
  if (!(speed_m_s > 0))
    throw new RangeError(`domainWallCrossingTime_s: expected a speed above 0, got ${speed_m_s} m/s`);
  const lag_m = (speed_m_s - initialSpeed_m_s) * relaxation_s;
  if (lag_m === 0) return length_m / speed_m_s;
  // Past the root for any sign of the lag, and past the rounding of the two terms.
  const latest_s = ((length_m + Math.max(0, lag_m)) / speed_m_s) * 1.000001;
  return newtonRoot(
    (time_s) => speed_m_s * time_s + lag_m * Math.expm1(-time_s / relaxation_s) - length_m,
    (time_s) => speed_m_s - (lag_m / relaxation_s) * Math.exp(-time_s / relaxation_s),
    // The way is convex for a wall that speeds up, concave for one that slows down.
    { low: 0, high: latest_s, start: lag_m > 0 ? latest_s : 0 },
  );
}

/**
 * The dynamic threshold: the current whose crossing takes exactly `time_s`. A wall without pinning has no static threshold.
 *
 * @param crossingAt_s crossing time of a current, falling
 * @param bracket currents whose crossing is slower and faster than `time_s`
 */
export function domainWallThreshold_A(
  crossingAt_s: (current_A: number) => number,
  time_s: number,
  bracket: { readonly low_A: number; readonly high_A: number },
): number {
  const logarithm = bracketedRoot((x) => Math.log(crossingAt_s(Math.exp(x)) / time_s), {
    low: Math.log(bracket.low_A),
    high: Math.log(bracket.high_A),
    tolerance: 1e-12,
  });
  return Math.exp(logarithm);
}
