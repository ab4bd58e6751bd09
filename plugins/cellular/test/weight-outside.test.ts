import { describe, expect, it } from "vitest";
import { weightOutside } from "../src/weight-outside.ts";

describe("weight outside", () => {
  it("is the share of the differences of pairs, not of conductances", () => {
    // Two inputs, one neuron that sees the first.
    const near = [[{ input: 0, distance: 0 }]];
    expect(weightOutside(Float64Array.of(4, 1, 2, 2), 1, near)).toBe(0);
    expect(weightOutside(Float64Array.of(4, 1, 2, 3), 1, near)).toBe(0.25);
    expect(weightOutside(Float64Array.of(1, 1, 1, 1), 1, near)).toBe(0);
  });
});
