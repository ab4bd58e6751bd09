import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { columnLargest, quantised } from "../src/quantisation.ts";

describe("rounding to levels", () => {
  it("keeps the largest of a column and rounds the others to even steps", () => {
    // Columns (1, 0.3) and (-2, 0.9) on 3 levels: 0, 1/2 and 1 of the largest.
    expect([...quantised(Float64Array.of(1, -2, 0.3, 0.9), 2, 3)]).toEqual([1, -2, 0.5, 1]);
    expect([...quantised(Float64Array.of(1, -2, 0.3, 0.9), 2, 2)]).toEqual([1, -2, 0, 0]);
  });

  it("leaves analogue weights and columns of zeros alone", () => {
    expect([...quantised(Float64Array.of(0.1, 0, 0.2, 0), 2, Infinity)]).toEqual([0.1, 0, 0.2, 0]);
    expect([...quantised(Float64Array.of(0.1, 0, 0.2, 0), 2, 4)].filter((_, at) => at % 2 === 1)).toEqual([0, 0]);
  });

  it("moves no weight by more than half a step, and nothing when done again", () => {
    const weights = fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 6, maxLength: 6 });
    fc.assert(
      fc.property(weights, fc.integer({ min: 2, max: 64 }), (list, levels) => {
        const exact = Float64Array.from(list);
        const largest = columnLargest(exact, 2);
        const rounded = quantised(exact, 2, levels);
        for (const [at, weight] of rounded.entries())
          expect(Math.abs(weight - exact[at]!)).toBeLessThanOrEqual(largest[at % 2]! / (2 * (levels - 1)) + 1e-15);
        for (const [at, weight] of quantised(rounded, 2, levels).entries())
          expect(weight).toBeCloseTo(rounded[at]!, 14);
      }),
    );
  });
});
