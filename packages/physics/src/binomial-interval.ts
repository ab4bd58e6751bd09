import { normalQuantile } from "./normal-distribution.ts";

/** Bounds of a chance, 0 <= low <= high <= 1. */
export interface ChanceInterval {
  readonly low: number;
  readonly high: number;
}

/**
 * Confidence interval of a chance that came true `hits` times in `runs` (Wilson, J. Am. Stat. Assoc. 22, 209 (1927)): good for
 * few hits too, and never empty; with no hit its upper bound is about 3.8 / runs at 95 %.
 *
 * @param confidence in (0, 1)
 */
export function wilsonInterval(hits: number, runs: number, confidence = 0.95): ChanceInterval {
  const z = normalQuantile((1 + confidence) / 2);
  const share = hits / runs;
  const centre = share + z ** 2 / (2 * runs);
  const half = z * Math.sqrt((share * (1 - share)) / runs + z ** 2 / (4 * runs ** 2));
  const scale = 1 + z ** 2 / runs;
  // The share itself lies inside but for rounding.
  return {
    low: Math.max(0, Math.min(share, (centre - half) / scale)),
    high: Math.min(1, Math.max(share, (centre + half) / scale)),
  };
}
