import type { AnyDesign } from "./parameter.ts";

/**
 * How a weight becomes a pair of conductances relative to the range of a synapse, 0 for the least and 1 for the largest.
 *
 * - `one-sided`: the positive part on one device, the negative part on the other, the idle device at the least conductance;
 *   least current
 * - `balanced`: both devices around the middle, (1 + w) / 2 and (1 - w) / 2; the difference is that of `one-sided`, and the sum of
 *   every pair is the same, so that the load of rows and columns does not depend on the weights; more current
 * - `reference`: the weight on one device, (1 + w) / 2, the other at the middle whatever the weight; half of the difference
 */
export const PAIR_OFFSETS = ["one-sided", "balanced", "reference"] as const;

/** A way to put a weight on a pair. */
export type PairOffset = (typeof PAIR_OFFSETS)[number];

/** How the weights of a layer become conductances. */
export interface WeightMapping {
  readonly pairOffset: PairOffset;
  /** Part of the range of conductances that the largest weight uses, 0 ... 1. */
  readonly rangeShare: number;
}

/** The mapping of an interconnect that has no parameters of the names of {@link WeightMapping}. */
const USUAL: WeightMapping = { pairOffset: "one-sided", rangeShare: 1 };

/** The mapping of an interconnect's design: its parameters `pairOffset` and `rangeShare`, where it has them. */
export function weightMappingOf(interconnect: AnyDesign): WeightMapping {
  const { pairOffset, rangeShare } = interconnect;
  return {
    pairOffset: PAIR_OFFSETS.find((offset) => offset === pairOffset) ?? USUAL.pairOffset,
    rangeShare: typeof rangeShare === "number" ? rangeShare : USUAL.rangeShare,
  };
}
