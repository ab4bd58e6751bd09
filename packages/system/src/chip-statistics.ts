import type { MonteCarloAccuracy } from "@neurofront/core";
import { wilsonInterval } from "@neurofront/physics";

/**
 * Mean over the chips with a 95 % interval, and quantiles over the chips.
 *
 * The interval is Wilson's at the effective number of decisions, mean (1 - mean) over the squared standard error of the chips'
 * mean: the number of independent decisions that would scatter as the chips do (Kish, Survey Sampling (1965)). It lies between
 * the number of chips and that of chips times patterns.
 *
 * @param accuracies of the chips, at least one, in any order
 */
export function summariseChips(accuracies: Float64Array, patternCount: number): MonteCarloAccuracy {
  const chips = accuracies.length;
  const mean = accuracies.reduce((sum, value) => sum + value, 0) / chips;
  const scatter = accuracies.reduce((sum, value) => sum + (value - mean) ** 2, 0) / Math.max(chips - 1, 1);
  const alike = scatter > 0 ? (mean * (1 - mean) * chips) / scatter : Infinity;
  const decisions = chips === 1 ? 1 : Math.max(chips, Math.min(alike, chips * patternCount));
  const sorted = accuracies.toSorted();
  const quantile = (p: number): number => {
    const position = p * (chips - 1);
    const lower = Math.floor(position);
    const upper = Math.min(lower + 1, chips - 1);
    return sorted[lower]! + (position - lower) * (sorted[upper]! - sorted[lower]!);
  };
  return {
    chips,
    mean,
    ...wilsonInterval(mean * decisions, decisions),
    p05: quantile(0.05),
    p50: quantile(0.5),
    p95: quantile(0.95),
  };
}
