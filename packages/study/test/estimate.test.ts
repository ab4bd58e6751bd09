import { randomAt } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { standardErrorOf } from "../src/estimate.ts";
import type { Wanted } from "../src/estimate.ts";

/** Chips whose accuracy is uniform in [0.8, 1] on clean patterns, and half of that on the others. */
function chips(count: number, run: number): { readonly clean: Float64Array; readonly test: Float64Array } {
  const random = randomAt(6, "chips", run);
  const clean = Float64Array.from({ length: count }, () => 0.8 + 0.2 * random.uniform());
  return { clean, test: clean.map((value) => value / 2) };
}

describe("the standard error", () => {
  // Of a mean: 0.2 / sqrt(12 n). Of a quantile q of a uniform number: 0.2 sqrt(q (1 - q) / n). Between order statistics the latter is
  // coarse, more so in the tail.
  it.each<[Wanted, count: number, expected: number, tolerance: number]>([
    [{ metric: "accuracy", statistic: "mean" }, 100, 0.2 / Math.sqrt(1200), 0.05],
    [{ metric: "testAccuracy", statistic: "mean" }, 100, 0.1 / Math.sqrt(1200), 0.05],
    [{ metric: "accuracy", statistic: "p50" }, 400, 0.2 * Math.sqrt(0.25 / 400), 0.15],
    [{ metric: "accuracy", statistic: "p05" }, 400, 0.2 * Math.sqrt((0.05 * 0.95) / 400), 0.25],
  ])("of %j of %i chips is that of theory, on average", (wanted, count, expected, tolerance) => {
    const runs = Array.from({ length: 100 }, (_, run) => standardErrorOf(wanted, chips(count, run)));
    const mean = runs.reduce((sum, value) => sum + value, 0) / runs.length;
    expect(Math.abs(mean / expected - 1)).toBeLessThan(tolerance);
  });

  it("of one chip is not known", () => {
    expect(standardErrorOf({ metric: "accuracy", statistic: "mean" }, chips(1, 0))).toBe(0);
  });
});
