import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { windowFactor } from "../src/window-functions.ts";
import type { WindowFunction } from "../src/window-functions.ts";

const shape = (window: WindowFunction, windowExponent = 1, windowScale = 1) => ({
  window,
  windowExponent,
  windowScale,
});

describe("windowFactor", () => {
  // Exact values of the definitions; rounding.
  it.each([
    { window: "none", p: 3, x: 0.9, rising: true, factor: 1 },
    { window: "joglekar", p: 1, x: 0.5, rising: true, factor: 1 },
    { window: "joglekar", p: 1, x: 0.1, rising: true, factor: 0.36 },
    { window: "joglekar", p: 2, x: 0.1, rising: false, factor: 0.5904 },
    { window: "biolek", p: 1, x: 0.1, rising: true, factor: 0.99 },
    { window: "biolek", p: 1, x: 0.1, rising: false, factor: 0.19 },
    { window: "biolek", p: 2, x: 0.5, rising: true, factor: 0.9375 },
    { window: "prodromakis", p: 1, x: 0.5, rising: true, factor: 0.25 },
    { window: "prodromakis", p: 2, x: 0.1, rising: false, factor: 1 - 0.91 ** 2 },
  ] as const)("$window, p = $p, at $x, rising $rising: $factor", ({ window, p, x, rising, factor }) => {
    expect(windowFactor(shape(window, p), x, rising)).toBeCloseTo(factor, 14);
  });

  it("scales only the Prodromakis window", () => {
    expect(windowFactor(shape("prodromakis", 1, 4), 0.5, true)).toBeCloseTo(1, 14);
    for (const window of ["none", "joglekar", "biolek"] as const)
      expect(windowFactor(shape(window, 2, 4), 0.2, true)).toBe(windowFactor(shape(window, 2, 1), 0.2, true));
  });

  it.each(["joglekar", "biolek", "prodromakis"] as const)(
    "%s is zero at the end ahead and positive between",
    (window) => {
      fc.assert(
        fc.property(
          fc.double({ min: 1, max: 10, noNaN: true }),
          fc.double({ min: 0.01, max: 0.99, noNaN: true }),
          fc.boolean(),
          (p, x, isRising) => {
            expect(windowFactor(shape(window, p), isRising ? 1 : 0, isRising)).toBe(0);
            expect(windowFactor(shape(window, p), x, isRising)).toBeGreaterThan(0);
          },
        ),
      );
    },
  );

  it("lets only the Biolek window leave an end", () => {
    expect(windowFactor(shape("biolek"), 1, false)).toBe(1);
    expect(windowFactor(shape("joglekar"), 1, false)).toBe(0);
    expect(windowFactor(shape("prodromakis"), 1, false)).toBe(0);
  });
});
