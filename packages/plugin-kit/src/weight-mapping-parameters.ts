import { PAIR_OFFSETS } from "@neurofront/core";
import { choice, quantity } from "./define.ts";

/** How weights stand on the pairs of rows of an interconnect, declared alike by all; the system maps them by these names. */
export const weightMappingParameters = {
  pairOffset: choice({
    options: PAIR_OFFSETS,
    meaning:
      "how a weight becomes a pair: its magnitude on one device and the least conductance on the other; both around the middle, so that every pair loads alike; or one device against one that stays in the middle, with half of the difference",
    source: { kind: "assumed", note: "least current" },
    default: "one-sided",
  }),
  rangeShare: quantity({
    unit: "1",
    meaning: "part of the range of conductances that the largest weight uses; smaller currents, and fewer levels",
    source: { kind: "assumed", note: "the largest currents are the easiest to decide" },
    low: 0.02,
    high: 1,
    default: 1,
    scale: "log",
  }),
} as const;
