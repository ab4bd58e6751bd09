import { describe, expect, it } from "vitest";
import { learningRates } from "../../src/cma-es/learning-rates.ts";

describe("the learning rates", () => {
  it.each([
    [0, 4],
    [1, 4],
    [5, 8],
    [10, 10],
    [40, 15],
    [200, 19],
    [3, 500],
    [2, 2],
  ])("in %i dimensions with %i designs leave the covariance positive and its size unbiased", (n, population) => {
    const { weights, parents, effective, path, damping, covariancePath, rankOne, rankMany } = learningRates(
      n,
      population,
    );
    const positive = weights.subarray(0, parents).reduce((sum, weight) => sum + weight, 0);
    expect(positive).toBeCloseTo(1, 12);
    expect([...weights]).toStrictEqual([...weights].toSorted((a, b) => b - a));
    for (const rate of [path, covariancePath, rankOne, rankMany]) {
      expect(rate).toBeGreaterThan(0);
      expect(rate).toBeLessThan(1);
    }
    expect(damping).toBeGreaterThan(1);
    expect(effective).toBeLessThanOrEqual(parents);
    // The failed steps count n each at most, so what is taken away in any direction stays below what is kept.
    const negative = -weights.subarray(parents).reduce((sum, weight) => sum + weight, 0);
    expect(1 - rankOne - rankMany - rankMany * Math.max(n, 1) * negative).toBeGreaterThanOrEqual(-1e-12);
  });

  it("are in 10 dimensions with 10 designs those of the tutorial", () => {
    const { effective, rankOne, rankMany, path, covariancePath } = learningRates(10, 10);
    // ln 5.5 - ln i for i = 1 to 5, computed by hand.
    const raw = [1.704748, 1.011601, 0.606136, 0.318454, 0.09531];
    const expected = raw.reduce((s, v) => s + v, 0) ** 2 / raw.reduce((s, v) => s + v * v, 0);
    expect(effective).toBeCloseTo(expected, 5);
    expect(rankOne).toBeCloseTo(2 / (11.3 ** 2 + expected), 7);
    expect(rankMany).toBeCloseTo((2 * (expected - 1.75 + 1 / expected)) / (144 + expected), 7);
    expect(path).toBeCloseTo((expected + 2) / (15 + expected), 6);
    expect(covariancePath).toBeCloseTo((4 + expected / 10) / (14 + expected / 5), 6);
  });
});
