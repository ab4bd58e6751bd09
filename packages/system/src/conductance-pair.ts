import type { PairOffset } from "@neurofront/core";

/** A pair of conductances, each from 0, the least, to 1, the largest. */
export interface RelativePair {
  readonly positive: number;
  readonly negative: number;
}

/** The pair of a weight in [-1, 1]. */
export function pairOf(weight: number, offset: PairOffset): RelativePair {
  if (offset === "one-sided") return { positive: Math.max(weight, 0), negative: Math.max(-weight, 0) };
  if (offset === "balanced") return { positive: (1 + weight) / 2, negative: (1 - weight) / 2 };
  return { positive: (1 + weight) / 2, negative: 0.5 };
}
