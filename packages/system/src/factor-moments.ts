import { normalCdf, normalPdf } from "@neurofront/physics";
import type { Signal } from "./signal.ts";

/** Mean and variance, over devices, of the factor on a nominal contribution. */
export interface FactorMoments {
  readonly mean: number;
  readonly variance: number;
}

/** Relative spread below which no device of a chip reaches zero: eight standard deviations, a chance of 6e-16. */
const NEVER_ZERO = 1 / 8;

/**
 * Of a device with its programming error: max(0, 1 + s z) with a standard normal z, for a conductance cannot go below zero.
 *
 * With u = 1 / s the integrals of 1 + s z and of its square over z > -u are Phi(u) + s phi(u) and (1 + s^2) Phi(u) + s phi(u):
 * the normal distribution censored at zero (Tobin, Econometrica 26, 24 (1958)). A spread that is a part of the largest
 * conductance is large beside the smallest one: at s = 3 the mean is 1.76 and the variance 4.33, where 1 + s z has 1 and 9.
 *
 * @param relativeSpread s, >= 0
 */
export function soundFactor(relativeSpread: number): FactorMoments {
  const square = relativeSpread ** 2;
  if (relativeSpread < NEVER_ZERO) return { mean: 1, variance: square };
  const conducting = normalCdf(1 / relativeSpread);
  const edge = relativeSpread * normalPdf(1 / relativeSpread);
  const mean = conducting + edge;
  return { mean, variance: (1 + square) * conducting + edge - mean ** 2 };
}

/** Of sound and stuck devices together. */
export function programmedFactor({ relativeSpread, stuck }: Signal, index: number): FactorMoments {
  const { atMin, atMax, minFactor, maxFactor } = stuck!;
  const [least, largest] = [minFactor[index]!, maxFactor[index]!];
  const soundShare = 1 - atMin - atMax;
  const sound = soundFactor(relativeSpread[index]!);
  const mean = soundShare * sound.mean + atMin * least + atMax * largest;
  const meanSquare = soundShare * (sound.variance + sound.mean ** 2) + atMin * least ** 2 + atMax * largest ** 2;
  return { mean, variance: meanSquare - mean ** 2 };
}
