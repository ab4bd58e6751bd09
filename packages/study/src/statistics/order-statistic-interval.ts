/** Bounds of an unknown number. */
export interface Interval {
  readonly low: number;
  readonly high: number;
}

/**
 * Confidence interval of a quantile between two order statistics, whatever the distribution: as many of n observations lie below
 * the quantile as a binomial number says (H. A. David, H. N. Nagaraja, Order Statistics, 3rd ed., Wiley (2003), section 7.1).
 *
 * @param sorted ascending
 * @param share of the quantile, in (0, 1)
 * @param bounds what stands where no order statistic is far enough out: the least and the largest possible value
 */
export function orderStatisticInterval(
  sorted: ArrayLike<number>,
  share: number,
  confidence: number,
  bounds: Interval,
): Interval {
  const count = sorted.length;
  const tail = (1 - confidence) / 2;
  // Chance that at most k of the observations lie below the quantile, for k = 0 ... count.
  const atMost = binomialDistribution(count, share);
  // Largest rank r with P(fewer than r below) <= tail: the r-th smallest is a lower bound.
  let lower = 0;
  while (lower < count && atMost[lower]! <= tail) lower++;
  let upper = count;
  while (upper > 0 && 1 - atMost[upper - 1]! <= tail) upper--;
  return {
    low: lower === 0 ? bounds.low : sorted[lower - 1]!,
    high: upper === count ? bounds.high : sorted[upper]!,
  };
}

/** P(X <= k) of a binomial X, for k = 0 ... count. */
function binomialDistribution(count: number, share: number): Float64Array {
  const chance = new Float64Array(count + 1);
  let logTerm = count * Math.log1p(-share);
  const odds = Math.log(share) - Math.log1p(-share);
  let sum = 0;
  for (let k = 0; k <= count; k++) {
    sum += Math.exp(logTerm);
    chance[k] = Math.min(sum, 1);
    logTerm += Math.log(count - k) - Math.log(k + 1) + odds;
  }
  return chance;
}
