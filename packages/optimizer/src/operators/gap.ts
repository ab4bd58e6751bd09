import type { RandomStream } from "@neurofront/core";

/**
 * Failures before the next success of independent trials, drawn at once instead of trial by trial.
 *
 * @param probability of success; 0 gives Infinity, 1 and more 0
 */
export function gapToNext(probability: number, random: RandomStream): number {
  if (probability >= 1) return 0;
  if (probability <= 0) return Infinity;
  return Math.floor(Math.log(1 - random.uniform()) / Math.log1p(-probability));
}
