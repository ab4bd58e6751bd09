/** Logarithms of the standard normal density, its integral and the integral of that, at one argument. */
export interface NormalLogarithms {
  density: number;
  /** Of Phi(z). */
  integral: number;
  /** Of z Phi(z) + phi(z), the expected positive part of z minus a standard normal number. */
  secondIntegral: number;
}

const LOG_SQRT_2PI = 0.5 * Math.log(2 * Math.PI);
/** Beyond this distance from 0 the continued fraction converges in few terms, before it the series does. */
const SERIES_UP_TO = 2.5;

/**
 * Fills the logarithms, with full relative precision far into the lower tail, where the numbers themselves underflow: there from
 * the continued fraction of the Mills ratio (Abramowitz and Stegun, Handbook of Mathematical Functions, 26.2.14), else from the
 * series 26.2.11. Why the logarithm is wanted: Ament, Daulton, Eriksson, Balandat and Bakshy, NeurIPS 2023.
 */
export function normalLogarithms(z: number, into: NormalLogarithms): void {
  const logDensity = -0.5 * z * z - LOG_SQRT_2PI;
  into.density = logDensity;
  if (z < -SERIES_UP_TO) {
    // Mills ratio 1 / (x + rest): then 1 - x ratio = rest / (x + rest), without a difference of nearly equal numbers.
    const x = -z;
    const rest = millsRest(x);
    into.integral = logDensity - Math.log(x + rest);
    into.secondIntegral = logDensity + Math.log(rest / (x + rest));
    return;
  }
  const density = Math.exp(logDensity);
  const integral = z > SERIES_UP_TO ? 1 - density / (z + millsRest(z)) : 0.5 + density * oddSeries(z);
  into.integral = Math.log(integral);
  into.secondIntegral = Math.log(density + z * integral);
}

/** 1 / (x + 2 / (x + 3 / (x + ...))), for x above 2.5. */
function millsRest(x: number): number {
  let rest = 0;
  for (let k = x > 8 ? 12 : 70; k >= 1; k--) rest = k / (x + rest);
  return rest;
}

/** z + z^3 / 3 + z^5 / 15 + ... */
function oddSeries(z: number): number {
  let term = z;
  let sum = z;
  for (let k = 3; Math.abs(term) > 1e-17 * Math.abs(sum); k += 2) {
    term *= (z * z) / k;
    sum += term;
  }
  return sum;
}
