import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withMargin } from "../../src/cma-es/margin.ts";
import { normalExceedance, normalQuantile } from "../../src/cma-es/normal-distribution.ts";
import { partOf } from "../../src/space.ts";

describe("the normal distribution", () => {
  // Values of the standard tables.
  it.each([
    [0, 0.5],
    [1, 0.15865525],
    [1.959964, 0.025],
    [3, 0.001349898],
  ])("is exceeded at %f with a chance of %f", (x, chance) => {
    expect(Math.abs(normalExceedance(x) - chance)).toBeLessThan(1e-7);
    expect(normalExceedance(-x)).toBeCloseTo(1 - chance, 6);
    expect(Math.abs(normalQuantile(chance) - x)).toBeLessThan(1e-4);
  });
});

describe("the margin of an integer", () => {
  it("leaves the chance to go to either neighbour at least half of the least, all of it at an end, and the part as it is", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 2, max: 30 }),
        fc.double({ min: -0.5, max: 1.5, noNaN: true }),
        fc.double({ min: -12, max: 1, noNaN: true }),
        fc.double({ min: 1e-3, max: 0.2, noNaN: true }),
        (count, start, exponent, least) => {
          const deviation = 10 ** exponent;
          const clamped = (value: number) => Math.min(Math.max(value, 0), 1);
          const { mean, factor } = withMargin(count, start, 1, deviation, least);
          const part = partOf(count, clamped(start));
          const own = factor * deviation;
          // Errors of the approximations of the normal distribution, relative to a chance of 5e-4 at least.
          const enough = (chance: number) => expect(chance).toBeGreaterThanOrEqual(least / 2 - 2e-5);
          if (part > 0) enough(normalExceedance((mean - part / count) / own));
          if (part < count - 1) enough(normalExceedance(((part + 1) / count - mean) / own));
          expect(mean).toBeGreaterThanOrEqual(Math.min(start, part / count) - 1e-9);
          expect(mean).toBeLessThanOrEqual(Math.max(start, (part + 1) / count) + 1e-9);
        },
      ),
      { numRuns: 1000 },
    );
  });

  it("changes nothing where the chances are large enough", () => {
    const { mean, factor } = withMargin(5, 0.53, 1, 0.1, 0.01);
    expect(mean).toBeCloseTo(0.53, 4);
    expect(factor).toBeCloseTo(1, 3);
  });
});
