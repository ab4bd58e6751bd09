import fc from "fast-check";
import { expect, it } from "vitest";
import { wilsonInterval } from "../src/binomial-interval.ts";

// Worked by hand with z = 1.959964; four digits.
it.each([
  [0, 10, 0, 0.2775],
  [1, 10, 0.0179, 0.4042],
  [5, 10, 0.2366, 0.7634],
  [50, 1000, 0.0381, 0.0653],
  [10, 10, 0.7225, 1],
])("%s hits of %s are between %s and %s", (hits, runs, low, high) => {
  const found = wilsonInterval(hits, runs);
  expect(found.low).toBeCloseTo(low, 3);
  expect(found.high).toBeCloseTo(high, 3);
});

it("holds the share, and the mirror image of the misses", () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 10_000 }), fc.double({ min: 0, max: 1, noNaN: true }), (runs, part) => {
      const hits = Math.round(part * runs);
      const { low, high } = wilsonInterval(hits, runs);
      expect(low).toBeLessThanOrEqual(hits / runs);
      expect(high).toBeGreaterThanOrEqual(hits / runs);
      const misses = wilsonInterval(runs - hits, runs);
      expect(misses.low).toBeCloseTo(1 - high, 12);
      expect(misses.high).toBeCloseTo(1 - low, 12);
    }),
  );
});
