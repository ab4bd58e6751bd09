import type { Score } from "@neurofront/core";

/** What a design without violation counts as; one with the median violation counts as log(2) / 2. */
const WITHOUT = -0.05;
/** Violations above the median by more than this factor are held there; a boundless one stands there too. */
const LARGEST = 1000;

/**
 * Violations as numbers for a Gaussian process whose zero is the limit: negative without violation, proportional near the limit,
 * and logarithmic far from it, so that designs far from legal do not hide those near the limit.
 */
export function feasibilityTargets(violations: readonly number[]): Float64Array {
  const positive = violations.filter((violation) => violation > 0 && violation < Infinity).toSorted((a, b) => a - b);
  const median = positive[positive.length >> 1] ?? 1;
  return Float64Array.from(violations, (violation) =>
    violation === 0 ? WITHOUT : 0.5 * Math.log1p(Math.min(violation / median, LARGEST)),
  );
}

/** How far from possible: 0 for a possible design. An impossible one that says 0 is as far as the least that says more. */
export function impossibility({ status, violation }: Score): number {
  if (status === "ok") return 0;
  return violation > 0 ? violation : Number.MIN_VALUE;
}
