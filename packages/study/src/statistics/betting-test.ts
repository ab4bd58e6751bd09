/** A bet risks at most this share of the capital on one observation. */
const LARGEST_STAKE = 0.9;

/** Keeps stakes finite: a smaller stake is as valid. */
const LEAST_DIVISOR = 1e-300;

/**
 * Evidence that the mean of bounded observations lies above a limit: the logarithm of the largest capital that a bettor reaches
 * who starts with 1 and stakes part of it on every observation being above the limit.
 *
 * Were the mean at or below the limit, the chance of ever reaching the capital 1 / alpha would be at most alpha, whatever the
 * distribution and whenever one looks (Ville's inequality). Test by betting: I. Waudby-Smith, A. Ramdas, "Estimating means of
 * bounded random variables by betting", J. R. Stat. Soc. B 86, 1 (2024). The stake is the approximately growth-optimal one of the
 * observations before (their "aGRAPA", Kelly's criterion to second order), begun with one imagined observation above the limit
 * by half of the distance to the nearer end of [0, 1].
 *
 * @param values independent and alike, each in [0, 1], in the order of observation
 * @returns the evidence; it exceeds log(1 / alpha) where the mean is above the limit with confidence 1 - alpha; Infinity when sure
 */
export function evidenceAbove(values: ArrayLike<number>, limit: number): number {
  if (limit < 0) return Infinity;
  if (limit >= 1) return 0;
  const imagined = Math.min(limit, 1 - limit) / 2;
  let sum = limit + imagined;
  let squares = imagined ** 2;
  let logCapital = 0;
  let best = 0;
  for (let k = 0; k < values.length; k++) {
    const value = values[k]!;
    if (limit === 0 && value > 0) return Infinity;
    const mean = sum / (k + 1);
    const gain = mean - limit;
    const square = Math.max(squares / (k + 1) + gain ** 2, LEAST_DIVISOR);
    const stake = gain > 0 ? Math.min(gain / square, LARGEST_STAKE / Math.max(limit, LEAST_DIVISOR)) : 0;
    if (stake > 0) logCapital += Math.log1p(stake * (value - limit));
    best = Math.max(best, logCapital);
    // Around the mean known before, so that the variance is a running sum.
    squares += (value - mean) ** 2;
    sum += value;
  }
  return best;
}

/** As {@link evidenceAbove}, that the mean lies below the limit. */
export function evidenceBelow(values: ArrayLike<number>, limit: number): number {
  return evidenceAbove(
    Float64Array.from(values, (value) => 1 - value),
    1 - limit,
  );
}
