import type { Score } from "@neurofront/core";

/** Above every number that a variable can hold: that ends below 2^1024. */
const VIOLATED = 2n ** 1024n;
const IMPOSSIBLE = 2n * VIOLATED;

const view = new DataView(new ArrayBuffer(8));

/**
 * The place of a score in the order of the contract: less is better. A feasible design stands by its objective, above all of them
 * the designs with violations and above these the impossible ones, both by violation, as integers of any length, which `<` compares
 * with numbers exactly. No penalty is chosen and no digit is lost, so an algorithm that only compares sees the contract itself.
 */
export function scoreOrder({ status, violation, objectives }: Score): number | bigint {
  if (status === "impossible") return IMPOSSIBLE + bitsOf(violation);
  return violation > 0 ? VIOLATED + bitsOf(violation) : objectives[0]!;
}

/** The 64 bits of a number that is not negative; they have the order of the numbers (IEEE 754). */
function bitsOf(value: number): bigint {
  view.setFloat64(0, value);
  return view.getBigUint64(0);
}
