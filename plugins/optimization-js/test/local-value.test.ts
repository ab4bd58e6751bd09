import type { Score } from "@neurofront/core";
import { expect, it } from "vitest";
import { LocalValues } from "../src/local-value.ts";

const ok = (objective: number, violation = 0): Score => ({ id: 0, status: "ok", objectives: [objective], violation });
const impossible = (violation: number): Score => ({ id: 0, status: "impossible", objectives: [], violation });
const unit = 1e-15;
const begun = (scores: readonly Score[]): LocalValues => {
  const values = new LocalValues();
  values.begin(scores);
  return values;
};

// Quartiles of 1 ... 5 are 2 and 4, so the unit is 2.
const spread = [1, 2, 3, 4, 5].map((value) => ok(value * unit));

it.each([
  { what: "a feasible design, in units of the spread", first: spread, score: ok(3 * unit), value: 1.5 },
  { what: "one that breaks a rule, above the worst", first: spread, score: ok(unit, 0.25), value: 2.75 },
  { what: "an impossible one, further above", first: spread, score: impossible(0.25), value: 3.75 },
  { what: "equal values, in units of themselves", first: [ok(4), ok(4)], score: ok(2), value: 0.5 },
  { what: "zeros, as they are", first: [ok(0)], score: ok(2), value: 2 },
  { what: "a violation where nothing was feasible", first: [impossible(3)], score: ok(7, 0.5), value: 0.5 },
])("counts $what", ({ first, score, value }) => {
  expect(begun(first).valueOf(score)).toBeCloseTo(value, 12);
});

it("puts an infeasible design above feasible ones told since", () => {
  const values = begun(spread);
  values.valueOf(ok(100 * unit));
  expect(values.valueOf(ok(0, 0.1))).toBeCloseTo(50.1, 12);
});
