import { describe, expect, it } from "vitest";
import { summariseChips } from "../src/chip-statistics.ts";

describe("statistics of chips", () => {
  it("are those of the blocks put together, in any order", () => {
    const chips = Float64Array.of(0.5, 0.75, 1, 0.25, 0.625, 0.875);
    const { mean, p05, p50, p95, chips: count } = summariseChips(chips, 8);
    expect([count, mean, p50]).toStrictEqual([6, 4 / 6, 0.6875]);
    // Between the first and the second of six, and the fifth and the sixth.
    expect(p05).toBeCloseTo(0.25 + 0.25 * 0.25, 14);
    expect(p95).toBeCloseTo(0.875 + 0.75 * 0.125, 14);
    const reversed = summariseChips(chips.toReversed(), 8);
    for (const [name, value] of Object.entries(summariseChips(chips, 8)))
      expect(reversed[name as keyof typeof reversed]).toBeCloseTo(value, 14);
  });

  it("count chips that are alike as their patterns, chips that are all or nothing as chips", () => {
    const width = (accuracies: Float64Array): number => {
      const { low, high } = summariseChips(accuracies, 100);
      return high - low;
    };
    const alike = width(Float64Array.from({ length: 50 }, () => 0.5));
    const extreme = width(Float64Array.from({ length: 50 }, (_, chip) => chip % 2));
    // 5000 decisions against 50.
    expect(extreme / alike).toBeGreaterThan(8);
    expect(extreme / alike).toBeLessThan(10.5);
  });
});
