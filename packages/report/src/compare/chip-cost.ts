import { METRICS } from "@neurofront/core";
import type { MetricName, MonteCarloAccuracy } from "@neurofront/core";
import type { EntrantRun } from "./entrant.ts";

/**
 * The accuracy of a chip at a place of its distribution: linear between the 5th, 50th and 95th percentile, which is what a
 * verification keeps, and constant beyond the outer two.
 *
 * @param share 0 ... 1
 */
export function accuracyAt({ p05, p50, p95 }: MonteCarloAccuracy, share: number): number {
  if (share <= 0.05) return p05;
  if (share >= 0.95) return p95;
  return share < 0.5 ? p05 + ((p50 - p05) * (share - 0.05)) / 0.45 : p50 + ((p95 - p50) * (share - 0.5)) / 0.45;
}

/** What the best design of a run costs in the rank's metric: less is better. The inverse where the metric is one to maximise. */
export function designCost(run: EntrantRun, rank: MetricName): number | undefined {
  const value = run.best?.assessment.metrics[rank];
  return value === undefined ? undefined : asCost(value, rank);
}

/**
 * What a decision that is right costs on the chip at a place of the distribution: the rank's metric divided by that chip's
 * accuracy; of a rank that is itself an accuracy, its inverse on that chip.
 *
 * @param share 0 ... 1, from the least accurate chip to the most
 * @returns undefined where no chips were drawn, and where such a chip decides nothing right
 */
export function chipCost({ best, drawn }: EntrantRun, rank: MetricName, share: number): number | undefined {
  if (best === undefined || drawn === undefined) return undefined;
  const accuracy = accuracyAt(rank === "testAccuracy" ? drawn.test : drawn.clean, share);
  if (!(accuracy > 0)) return undefined;
  if (rank === "accuracy" || rank === "testAccuracy") return 1 / accuracy;
  const perDecision = best.assessment.metrics[rank === "energyPerCorrect" ? "energy" : rank];
  return perDecision === undefined ? undefined : perDecision / accuracy;
}

function asCost(value: number, rank: MetricName): number {
  return METRICS[rank].better === "less" ? value : 1 / value;
}
