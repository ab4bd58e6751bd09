import { ridgeWeights } from "../src/ridge.ts";
import { describe, expect, it } from "vitest";

describe("ridge regression", () => {
  it("solves the normal equations", () => {
    // One input of 1 and 2 with targets 1 and -1: w = (1 - 2) / (1 + 4 + penalty), and its negative for the other output.
    const data = { patterns: Float64Array.of(1, 2), labels: Int32Array.of(0, 1), count: 2 };
    const weights = ridgeWeights(data, 2, 5);
    expect(weights[0]).toBeCloseTo(-0.1, 12);
    expect(weights[1]).toBeCloseTo(0.1, 12);
  });

  it("names the pivot where the normal matrix is not positive definite", () => {
    // The normal matrix is [[4, 4], [4, 4]], whose factor is exact.
    const data = { patterns: new Float64Array(8).fill(1), labels: Int32Array.of(0, 1, 0, 1), count: 4 };
    expect(() => ridgeWeights(data, 2, 0)).toThrow("pivot 1 of the normal matrix is 0");
  });
});
