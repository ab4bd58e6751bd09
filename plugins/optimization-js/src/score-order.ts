import type { Score } from "@neurofront/core";

const SIGN = 2n ** 63n;
const ALL = 2n ** 64n - 1n;
const FEASIBLE = 0n;
const VIOLATED = 2n ** 64n;
const IMPOSSIBLE = 2n ** 65n;

const view = new DataView(new ArrayBuffer(8));

/**
 * The place of a score in the order of the contract, as a whole number: less is better. Feasible designs stand by their objective,
 * above them those with violations and above these the impossible ones, both by violation. No number is lost and no penalty is
 * chosen, so an algorithm that only compares sees exactly the contract.
 */
export function scoreOrder({ status, violation, objectives }: Score): bigint {
  if (status === "impossible") return IMPOSSIBLE + numberOrder(violation);
  return violation > 0 ? VIOLATED + numberOrder(violation) : FEASIBLE + numberOrder(objectives[0]!);
}

/** The 64-bit numbers in the order of the numbers they hold: the bits of IEEE 754 with the negative ones turned round. */
function numberOrder(value: number): bigint {
  // Of the two zeros one.
  view.setFloat64(0, value + 0);
  const bits = view.getBigUint64(0);
  return (bits & SIGN) === 0n ? bits + SIGN : ALL - bits;
}
