import type { Assessment } from "./assessment.ts";
import type { MetricName, Statistic } from "./metric.ts";

/** A statistic of a metric in an assessment; undefined where the metric has no value or no chips were drawn for it. */
export function statisticValue(
  { metrics, monteCarlo }: Pick<Assessment, "metrics" | "monteCarlo">,
  metric: MetricName,
  statistic: Statistic,
): number | undefined {
  if (statistic === "mean") return metrics[metric];
  return (metric === "testAccuracy" ? monteCarlo?.test : monteCarlo?.clean)?.[statistic];
}
