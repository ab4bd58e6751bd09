import { randomAt } from "@neurofront/core";
import { expect, it } from "vitest";
import { orderStatisticInterval } from "../../src/statistics/order-statistic-interval.ts";

const ranks = (count: number): number[] => Array.from({ length: count }, (_, k) => k + 1);

// Ranks for the median at 95 %, from binomial tables (Conover, Practical Nonparametric Statistics): P(X <= k) <= 2.5 % at p = 1/2.
it.each([
  [10, 0.5, 2, 9],
  [20, 0.5, 6, 15],
  [25, 0.5, 8, 18],
  // The 5th percentile of 59 chips, X binomial of 59 and 0.05: P(X <= 0) = 4.8 %, so nothing lies far enough below; P(X >= 7)
  // = 2.8 % and P(X >= 8) = 0.9 %.
  [59, 0.05, 0, 8],
])("of %i observations, quantile %d: ranks %i and %i", (count, share, low, high) => {
  expect(orderStatisticInterval(ranks(count), share, 0.95, { low: 0, high: 99 })).toEqual({ low, high });
});

it("covers the quantile at least as often as it says, in 2 000 samples", () => {
  for (const [count, share] of [
    [16, 0.5],
    [60, 0.05],
    [200, 0.95],
  ] as const) {
    let covered = 0;
    for (let run = 0; run < 2000; run++) {
      const random = randomAt(3, "quantile", count, run);
      const sorted = Float64Array.from({ length: count }, () => random.uniform()).toSorted();
      const { low, high } = orderStatisticInterval(sorted, share, 0.9, { low: 0, high: 1 });
      if (low <= share && share <= high) covered++;
    }
    // Three standard errors of 2 000 coins of 90 %.
    expect(covered / 2000).toBeGreaterThan(0.9 - 0.02);
  }
});

it("is the bounds where too few were seen", () => {
  expect(orderStatisticInterval([0.5], 0.05, 0.95, { low: 0, high: 1 })).toEqual({ low: 0, high: 1 });
  expect(orderStatisticInterval([], 0.5, 0.95, { low: 0, high: 1 })).toEqual({ low: 0, high: 1 });
});
