import type { Rule } from "./rule.ts";
import type { Tried } from "./trial.ts";

/**
 * Slowest of legal answers: ten thousand designs then take a quarter of an hour on one core. The design is answered three times
 * and the fastest counts, so that another program on the machine does not make a model slow.
 */
const LIMIT_S = 0.1;

/** Fails when a search over the model would take days. */
export const answersQuickly: Rule<Tried<object, object, unknown>> = {
  code: "answers-quickly",
  law: `A design is answered in less than ${LIMIT_S} s, at the defaults.`,
  *breaches({ fastest_s }) {
    if (fastest_s >= LIMIT_S) yield `the defaults take ${fastest_s.toPrecision(2)} s, the fastest of three calls`;
  },
};

/** The fastest of three calls; 0 for one that throws, of which other rules tell. */
export function fastestCall_s(call: () => unknown): number {
  let fastest_s = Infinity;
  for (let k = 0; k < 3; k++) {
    const before_ms = performance.now();
    try {
      call();
    } catch {
      return 0;
    }
    fastest_s = Math.min(fastest_s, (performance.now() - before_ms) / 1000);
  }
  return fastest_s;
}
