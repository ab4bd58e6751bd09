import { isQuantile, QUANTILE_SHARES } from "@neurofront/core";
import type { MetricName, Statistic } from "@neurofront/core";
import type { ChipAccuracies } from "@neurofront/system";
import { orderStatisticInterval } from "./statistics/order-statistic-interval.ts";

/** What an objective or a constraint speaks of. */
export interface Wanted {
  readonly metric: MetricName;
  readonly statistic: Statistic;
}

/** The chips' accuracies on the data set that a metric speaks of. */
export function accuraciesOf<Data>(
  { metric }: Pick<Wanted, "metric">,
  sets: { readonly clean: Data; readonly test: Data },
): Data {
  return metric === "testAccuracy" ? sets.test : sets.clean;
}

/** Half of the central 68.27 % of a normal distribution is one standard deviation. */
const ONE_SIGMA = 0.682689492137086;

/**
 * Standard error of an estimate: of a mean, the chips' standard deviation over the root of their number; of a quantile, half of
 * the 68 % interval between its order statistics.
 */
export function standardErrorOf(wanted: Wanted, chips: ChipAccuracies): number {
  const values = accuraciesOf(wanted, chips);
  const count = values.length;
  if (isQuantile(wanted.statistic)) {
    const share = QUANTILE_SHARES[wanted.statistic];
    const sorted = values.toSorted();
    const { low, high } = orderStatisticInterval(sorted, share, ONE_SIGMA, { low: sorted[0]!, high: sorted.at(-1)! });
    return (high - low) / 2;
  }
  if (count < 2) return 0;
  let mean = 0;
  for (let k = 0; k < count; k++) mean += values[k]! / count;
  let squares = 0;
  for (let k = 0; k < count; k++) squares += (values[k]! - mean) ** 2;
  return Math.sqrt(squares / (count - 1) / count);
}
