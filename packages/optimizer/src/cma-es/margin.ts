import { partOf } from "../space.ts";
import { normalExceedance, normalQuantile } from "./normal-distribution.ts";

/** Mean of one coordinate and the factor on its deviation. */
export interface Marginal {
  readonly mean: number;
  readonly factor: number;
}

/**
 * The margin of Hamano, Saito, Nomura and Shirakawa, GECCO 2022, 639: moves the mean of an integer coordinate, and widens its
 * deviation, so that the chance to leave its part towards either neighbour does not fall below half of `least` (all of it where
 * there is one neighbour). Without it the deviation shrinks below the width of a part and the integer never changes again.
 *
 * @param count parts of the coordinate, at least 2
 * @param deviation of the coordinate before the factor, > 0
 */
export function withMargin(count: number, mean: number, factor: number, deviation: number, least: number): Marginal {
  const part = partOf(count, Math.min(Math.max(mean, 0), 1));
  const below = part / count;
  const above = (part + 1) / count;
  const own = factor * deviation;
  if (part === 0 || part === count - 1) {
    const threshold = part === 0 ? above : below;
    const reach = own * normalQuantile(least);
    if (Math.abs(threshold - mean) <= reach) return { mean, factor };
    return { mean: part === 0 ? threshold - reach : threshold + reach, factor };
  }
  const low = Math.max(least / 2, normalExceedance((mean - below) / own));
  const high = Math.max(least / 2, normalExceedance((above - mean) / own));
  const middle = Math.max(least / 2, 1 - low - high);
  // What was added to one chance is taken from the others in proportion to what they have to spare.
  const spare = low + middle + high - 1.5 * least;
  const excess = 1 - low - middle - high;
  const toLow = normalQuantile(Math.min(low + (excess * (low - least / 2)) / spare, 0.5));
  const toHigh = normalQuantile(Math.min(high + (excess * (high - least / 2)) / spare, 0.5));
  const reach = toLow + toHigh;
  if (!(reach > 1e-3)) return { mean, factor };
  return { mean: (below * toHigh + above * toLow) / reach, factor: (above - below) / (deviation * reach) };
}
