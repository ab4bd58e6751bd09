import { dominates } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { constrainedFronts } from "../src/constrained-domination.ts";
import type { Outcome } from "../src/constrained-domination.ts";

const small = fc.integer({ min: 0, max: 4 });
const outcomes = fc.array(
  fc.oneof(
    fc.record({
      status: fc.constant("ok" as const),
      objectives: fc.tuple(small, small),
      violation: fc.oneof(fc.constant(0), small),
    }),
    fc.record({ status: fc.constant("impossible" as const), objectives: fc.constant([]), violation: small }),
  ),
  { maxLength: 40 },
);

/** The definition, for two. */
function isBetter(a: Outcome, b: Outcome): boolean {
  if (a.status !== b.status) return a.status === "ok";
  if (a.status === "impossible" || a.violation > 0 || b.violation > 0) return a.violation < b.violation;
  return dominates(a.objectives, b.objectives);
}

describe("constrained domination", () => {
  it("puts each in the first front after all that are better", () => {
    fc.assert(
      fc.property(outcomes, (all) => {
        const fronts = constrainedFronts(all);
        const frontOf = all.map((_, index) => fronts.findIndex((front) => front.includes(index)));
        for (const [index, outcome] of all.entries()) {
          const better = all.flatMap((other, at) => (isBetter(other, outcome) ? [frontOf[at]!] : []));
          expect(frontOf[index]).toBe(better.length === 0 ? 0 : Math.max(...better) + 1);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("orders feasible, infeasible and impossible, even where the violation is infinite", () => {
    const impossible = (violation: number): Outcome => ({ status: "impossible", objectives: [], violation });
    const ok = (violation: number, objective: number): Outcome => ({
      status: "ok",
      objectives: [objective],
      violation,
    });
    const all = [impossible(Infinity), impossible(0), ok(Infinity, 0), ok(0.1, 0), ok(0, 9), impossible(Infinity)];
    expect(constrainedFronts(all)).toStrictEqual([[4], [3], [2], [1], [0, 5]]);
  });
});
