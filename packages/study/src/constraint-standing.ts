import { isQuantile, QUANTILE_SHARES } from "@neurofront/core";
import type { ConstraintStanding, ResolvedConstraint } from "@neurofront/core";
import type { ChipAccuracies } from "@neurofront/system";
import { accuraciesOf } from "./estimate.ts";
import { evidenceAbove, evidenceBelow } from "./statistics/betting-test.ts";

/**
 * On which side of its limit a constraint is, as far as chips tell. One may look after every chip: a constraint that is met is
 * called broken, or the other way round, with a chance of at most 1 - confidence, however often one looks.
 *
 * A mean is tested by itself. A quantile is tested by the share of chips below the limit, as its order statistics say: the 5th
 * percentile is at least the limit where no more than 5 % of all chips lie below it (S. R. Howard, A. Ramdas, "Sequential
 * estimation of quantiles with applications to A/B testing and best-arm identification", Bernoulli 28, 1704 (2022)).
 */
export function constraintStanding(
  constraint: ResolvedConstraint,
  chips: ChipAccuracies,
  confidence: number,
): ConstraintStanding {
  const values = accuraciesOf(constraint, chips);
  const needed = -Math.log(1 - confidence);
  const { statistic, atLeast, atMost } = constraint;
  const limit = atLeast ?? atMost!;
  const [above, below] = isQuantile(statistic)
    ? quantileEvidence(values, QUANTILE_SHARES[statistic], limit, atLeast !== undefined)
    : [evidenceAbove(values, limit), evidenceBelow(values, limit)];
  const [met, broken] = atLeast === undefined ? [below, above] : [above, below];
  if (met >= needed && met >= broken) return "met";
  return broken >= needed ? "broken" : "undecided";
}

/** Evidence that a quantile lies above, and below, a limit. */
function quantileEvidence(
  values: ArrayLike<number>,
  share: number,
  limit: number,
  isAtLeast: boolean,
): [above: number, below: number] {
  // A chip on the limit keeps the constraint, whichever way it is.
  const isAbove = Float64Array.from(values, (value) => Number(isAtLeast ? value >= limit : value > limit));
  return [evidenceAbove(isAbove, 1 - share), evidenceBelow(isAbove, 1 - share)];
}
