import { randomAt } from "@neurofront/core";
import type { ResolvedConstraint } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { constraintStanding } from "../src/constraint-standing.ts";
import { nextBlock } from "../src/run/chip-schedule.ts";

/** Accuracies of chips whose share u = 0 ... 1 lies at 1 - 0.1 u^2: mean 0.9667, 5th percentile 0.9098, median 0.975. */
function chips(count: number, run: number): { readonly clean: Float64Array; readonly test: Float64Array } {
  const random = randomAt(9, "standing", run);
  const values = Float64Array.from({ length: count }, () => 1 - 0.1 * random.uniform() ** 2);
  return { clean: values, test: values.map((value) => value - 0.05) };
}

const TRUTH = { mean: 1 - 0.1 / 3, p05: 1 - 0.1 * 0.95 ** 2, p50: 1 - 0.1 / 4, p95: 1 - 0.1 * 0.05 ** 2 } as const;

/** Numbers of chips after which a run looks. */
const LOOKS: number[] = [];
for (let drawn = 0; drawn < 400; LOOKS.push(drawn))
  drawn = nextBlock({ purpose: "search", first: 0, most: 400 }, drawn).to;

/** The standing at which drawing stops. */
function standingOf(constraint: ResolvedConstraint, run: number): string {
  const { clean, test } = chips(400, run);
  for (const count of LOOKS) {
    const standing = constraintStanding(
      constraint,
      { clean: clean.subarray(0, count), test: test.subarray(0, count) },
      0.95,
    );
    if (standing !== "undecided") return standing;
  }
  return "undecided";
}

const countOf = (constraint: ResolvedConstraint, wanted: string): number =>
  Array.from({ length: 400 }, (_, run) => standingOf(constraint, run)).filter((found) => found === wanted).length;

describe("a constraint", () => {
  // The limit lies a hair on the wrong side of the truth: whoever is decided at all is mostly decided by bad luck.
  it.each<["mean" | "p05" | "p50" | "p95"]>([["mean"], ["p05"], ["p50"], ["p95"]])(
    "on its limit (%s) is decided wrongly in at most 5 of 100 candidates, though one looks after every block",
    (statistic) => {
      const limit = TRUTH[statistic];
      // Four standard errors of 400 coins of 5 % are 4.4 %.
      const most = 400 * 0.094;
      expect(countOf({ metric: "accuracy", statistic, atLeast: limit + 1e-9 }, "met")).toBeLessThan(most);
      expect(countOf({ metric: "accuracy", statistic, atLeast: limit - 1e-9 }, "broken")).toBeLessThan(most);
      expect(countOf({ metric: "accuracy", statistic, atMost: limit - 1e-9 }, "met")).toBeLessThan(most);
      expect(countOf({ metric: "accuracy", statistic, atMost: limit + 1e-9 }, "broken")).toBeLessThan(most);
    },
  );

  it.each<[ResolvedConstraint, string]>([
    [{ metric: "accuracy", statistic: "mean", atLeast: 0.93 }, "met"],
    [{ metric: "accuracy", statistic: "mean", atLeast: 0.99 }, "broken"],
    [{ metric: "accuracy", statistic: "mean", atMost: 0.93 }, "broken"],
    [{ metric: "accuracy", statistic: "mean", atMost: 0.99 }, "met"],
    [{ metric: "testAccuracy", statistic: "mean", atLeast: 0.93 }, "broken"],
    [{ metric: "accuracy", statistic: "p05", atLeast: 0.9 }, "met"],
    [{ metric: "accuracy", statistic: "p05", atLeast: 0.95 }, "broken"],
    [{ metric: "accuracy", statistic: "p50", atLeast: 0.95 }, "met"],
    [{ metric: "accuracy", statistic: "p95", atMost: 0.98 }, "broken"],
  ])("%j is %s for nearly all candidates", (constraint, expected) => {
    expect(countOf(constraint, expected)).toBeGreaterThan(400 * 0.9);
  });

  it("is looked at after blocks of about a quarter of what was drawn", () => {
    expect(LOOKS.slice(0, 10)).toEqual([4, 8, 12, 16, 20, 28, 36, 48, 60, 76]);
    expect([LOOKS.at(-1), LOOKS.length]).toEqual([400, 18]);
  });

  it("is undecided without chips", () => {
    const none = { clean: new Float64Array(), test: new Float64Array() };
    expect(constraintStanding({ metric: "accuracy", statistic: "mean", atLeast: 0.5 }, none, 0.95)).toBe("undecided");
  });
});
