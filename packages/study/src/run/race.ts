import { isEstimated, isQuantile, QUANTILE_SHARES } from "@neurofront/core";
import type { ResolvedObjective } from "@neurofront/core";
import type { ChipAccuracies } from "@neurofront/system";
import { accuraciesOf } from "../estimate.ts";
import { orderStatisticInterval } from "../statistics/order-statistic-interval.ts";
import { chanceThatBelow } from "../statistics/paired-difference.ts";

/** A design in a race: its minimised objectives and the chips it has met, from the first one on. */
export interface Racer {
  readonly objectives: readonly number[];
  readonly chips: ChipAccuracies;
}

/**
 * Whether one of the rivals is better for sure: nowhere worse in an exact objective, better in each estimated one at the given
 * chance of error, and better in at least one.
 *
 * Means are compared by paired t tests on the chips that both have met, as in the races of irace with t tests (M. Birattari, T.
 * Stuetzle, L. Paquete, K. Varrentrapp, GECCO (2002) 11; M. Lopez-Ibanez et al., Oper. Res. Perspect. 3, 43 (2016)); quantiles by
 * order-statistic intervals that do not overlap. The chance of error is shared out among rivals and estimated objectives
 * (Bonferroni); who calls several times shares it out among the calls.
 *
 * @param errorChance of dropping a design that no rival beats
 */
export function isCertainlyDominated(
  racer: Racer,
  rivals: readonly Racer[],
  objectives: readonly ResolvedObjective[],
  errorChance: number,
): boolean {
  const estimated = objectives.filter(isEstimated).length;
  const each = errorChance / Math.max(1, rivals.length * estimated);
  return rivals.some((rival) => {
    let isBetter = estimated > 0;
    for (const [k, objective] of objectives.entries()) {
      if (isEstimated(objective)) {
        if (!isCertainlyBetter(rival.chips, racer.chips, objective, each)) return false;
        continue;
      }
      if (rival.objectives[k]! > racer.objectives[k]!) return false;
      if (rival.objectives[k]! < racer.objectives[k]!) isBetter = true;
    }
    return isBetter;
  });
}

/** Whether one design's estimate of an objective is better than another's, at a chance of error. */
function isCertainlyBetter(
  better: ChipAccuracies,
  worse: ChipAccuracies,
  objective: ResolvedObjective,
  errorChance: number,
): boolean {
  const isSmaller = objective.goal === "minimize";
  const [low, high] = isSmaller ? [better, worse] : [worse, better];
  const [lowValues, highValues] = [accuraciesOf(objective, low), accuraciesOf(objective, high)];
  if (!isQuantile(objective.statistic)) return chanceThatBelow(lowValues, highValues) <= errorChance;
  const share = QUANTILE_SHARES[objective.statistic];
  const interval = (values: Float64Array): { readonly low: number; readonly high: number } =>
    orderStatisticInterval(values.toSorted(), share, 1 - errorChance, { low: 0, high: 1 });
  return interval(lowValues).high < interval(highValues).low;
}
