import type { Assessment } from "./assessment.ts";
import { isQuantile, METRICS } from "./metric.ts";
import type { MetricName, Statistic } from "./metric.ts";

/**
 * A statistic of a metric in an assessment; undefined where the metric has no value, at any of the corners for `worst`, or no chips
 * were drawn for it. Corners at which the design is impossible have no metrics and do not count.
 */
export function statisticValue(
  { metrics, corners = [], monteCarlo }: Pick<Assessment, "metrics" | "corners" | "monteCarlo">,
  metric: MetricName,
  statistic: Statistic,
): number | undefined {
  if (isQuantile(statistic)) return (metric === "testAccuracy" ? monteCarlo?.test : monteCarlo?.clean)?.[statistic];
  const nominal = metrics[metric];
  if (statistic === "mean" || nominal === undefined) return nominal;
  const worse = METRICS[metric].better === "more" ? Math.min : Math.max;
  let worst = nominal;
  for (const corner of corners) {
    if (corner.status === "impossible") continue;
    const found = corner.metrics[metric];
    if (found === undefined) return undefined;
    worst = worse(worst, found);
  }
  return worst;
}
