import type { MonteCarloAccuracy, ResolvedConstraint } from "@neurofront/core";
import { formatShare } from "./metric-text.ts";

/** Whether drawn chips confirm what the analytic estimate promised. */
export interface Verdict {
  /**
   * `below`: the whole interval misses the study's bound; `undecided`: the bound lies inside the interval; `differs`: the
   * bound is met, but the analytic estimate lies outside the interval; `confirmed`: none of these.
   */
  readonly standing: "below" | "undecided" | "differs" | "confirmed";
  readonly text: string;
}

/**
 * Judge a counted accuracy against the study's bounds on the mean accuracy and against the analytic estimate.
 *
 * @param estimate analytic accuracy that the search used
 */
export function judgeAccuracy(
  counted: MonteCarloAccuracy,
  estimate: number | undefined,
  constraints: readonly ResolvedConstraint[],
): Verdict {
  const bounds = constraints.flatMap(({ metric, statistic, atLeast }) =>
    metric === "accuracy" && statistic === "mean" && atLeast !== undefined ? [atLeast] : [],
  );
  const bound = Math.max(-Infinity, ...bounds);
  if (counted.high < bound) return { standing: "below", text: `below the wanted ${formatShare(bound)}` };
  if (counted.low < bound) return { standing: "undecided", text: `undecided about the wanted ${formatShare(bound)}` };
  const kept = bounds.length > 0 ? `meets the wanted ${formatShare(bound)}` : "no bound on the accuracy";
  if (estimate !== undefined && (estimate < counted.low || estimate > counted.high))
    return { standing: "differs", text: `${kept}; the estimate lies outside the interval` };
  return { standing: "confirmed", text: kept };
}
