import { PAIR_OFFSETS } from "@neurofront/core";
import type { PairOffset } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pairOf } from "../src/conductance-pair.ts";

describe("pairs of conductances", () => {
  it.each([
    ["one-sided", 0.4, 0.4, 0],
    ["one-sided", -0.4, 0, 0.4],
    ["balanced", 0.4, 0.7, 0.3],
    ["balanced", -1, 0, 1],
    ["reference", 0.4, 0.7, 0.5],
    ["reference", -1, 0, 0.5],
  ] as const)("%s of %d are %d and %d", (offset, weight, positive, negative) => {
    const pair = pairOf(weight, offset);
    expect(pair.positive).toBeCloseTo(positive, 15);
    expect(pair.negative).toBeCloseTo(negative, 15);
  });

  it("differ by the weight, against a reference by half of it, and stay in range", () => {
    fc.assert(
      fc.property(fc.double({ min: -1, max: 1, noNaN: true }), fc.constantFrom(...PAIR_OFFSETS), (weight, offset) => {
        const { positive, negative } = pairOf(weight, offset);
        expect(positive - negative).toBeCloseTo(offset === "reference" ? weight / 2 : weight, 12);
        for (const part of [positive, negative]) {
          expect(part).toBeGreaterThanOrEqual(0);
          expect(part).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("load a column alike whatever the weight only when balanced", () => {
    const sum = (weight: number, offset: PairOffset) => {
      const { positive, negative } = pairOf(weight, offset);
      return positive + negative;
    };
    expect(sum(0.9, "balanced")).toBeCloseTo(sum(-0.1, "balanced"), 15);
    expect(sum(0.9, "one-sided")).not.toBeCloseTo(sum(-0.1, "one-sided"), 3);
    expect(sum(0.9, "reference")).not.toBeCloseTo(sum(-0.1, "reference"), 3);
  });
});
