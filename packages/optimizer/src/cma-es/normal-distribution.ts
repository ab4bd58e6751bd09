/** Density at 0. */
const PEAK = 1 / Math.sqrt(2 * Math.PI);

/**
 * Chance that a standard normal number exceeds `x` (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.17); its
 * absolute error is below 1e-7.
 */
export function normalExceedance(x: number): number {
  if (x < 0) return 1 - normalExceedance(-x);
  const t = 1 / (1 + 0.2316419 * x);
  const series = t * (0.31938153 + t * (-0.356563782 + t * (1.781477937 + t * (-1.821255978 + t * 1.330274429))));
  return PEAK * Math.exp(-0.5 * x * x) * series;
}

/**
 * The number that a standard normal number exceeds with a chance in (0, 0.5] (Abramowitz and Stegun, 26.2.23, and one Newton
 * step); its absolute error is below 1e-5 for chances above 1e-4.
 */
export function normalQuantile(exceedance: number): number {
  const t = Math.sqrt(-2 * Math.log(exceedance));
  const guess = t - (2.515517 + t * (0.802853 + t * 0.010328)) / (1 + t * (1.432788 + t * (0.189269 + t * 0.001308)));
  return guess + (normalExceedance(guess) - exceedance) / (PEAK * Math.exp(-0.5 * guess * guess));
}
