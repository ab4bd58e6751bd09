/**
 * How a weight becomes a pair of conductances relative to the range of a synapse, 0 for the least and 1 for the largest.
 *
 * - `one-sided`: the positive part on one device, the negative part on the other, the idle device at the least conductance;
 *   least current
 * - `balanced`: both devices around the middle, (1 + w) / 2 and (1 - w) / 2; the difference is that of
 *   `one-sided`, and the sum of every pair is the same, so that the load of rows and columns does not depend on the weights;
 *   more current
 * - `reference`: the weight on one device, (1 + w) / 2, the other at the middle whatever the weight, so that one reference row
 *   can serve all inputs; half of the difference
 */
export type PairOffset = "one-sided" | "balanced" | "reference";

/** A pair of conductances, each from 0, the least, to 1, the largest. */
export interface RelativePair {
  readonly positive: number;
  readonly negative: number;
}

/**
 * The pair of a weight in [-1, 1].
 */
export function pairOf(weight: number, offset: PairOffset): RelativePair {
  if (offset === "one-sided") return { positive: Math.max(weight, 0), negative: Math.max(-weight, 0) };
  if (offset === "balanced") return { positive: (1 + weight) / 2, negative: (1 - weight) / 2 };
  return { positive: (1 + weight) / 2, negative: 0.5 };
}

/** Difference of a pair at a weight of 1: what the net current is relative to a full-scale synapse. */
export function pairSpan(offset: PairOffset): number {
  const { positive, negative } = pairOf(1, offset);
  return positive - negative;
}
