import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { normalCdf, normalPdf, normalQuantile } from "../src/normal-distribution.ts";
import { normalByMpmath } from "./peers/normal-distribution.ts";
import { relativeError } from "./relative-error.ts";

// 40-digit arithmetic (mpmath), rounded to doubles.
describe("normalCdf and normalPdf", () => {
  it.each(normalByMpmath)("at %d", (z, cdf, pdf) => {
    // z/√2 is rounded once, which the tail turns into z² units in the last place: 1.5e-13 at -37.
    expect(relativeError(normalCdf(z), cdf)).toBeLessThan(1e-12);
    expect(relativeError(normalPdf(z), pdf)).toBeLessThan(1e-12);
  });

  it("the density is the slope of the distribution", () => {
    fc.assert(
      fc.property(fc.double({ min: -5, max: 5, noNaN: true }), (z) => {
        const step = 1e-4;
        const slope = (normalCdf(z + step) - normalCdf(z - step)) / (2 * step);
        // Central difference: step²/6 times the third derivative (below 1.5), and rounding of 1e-16/step.
        return Math.abs(slope - normalPdf(z)) < 5e-9;
      }),
    );
  });
});

describe("normalQuantile", () => {
  it.each([
    [1e-300, -37.047096299361199],
    [1e-100, -21.273453560965324],
    [1e-16, -8.2220822161304356],
    [1e-9, -5.9978070150076869],
    [0.001, -3.0902323061678135],
    [0.01, -2.3263478740408411],
    [0.07, -1.4757910281791707],
    [0.2, -0.84162123357291417],
    [0.5, 0],
    [0.7, 0.52440051270804066],
    [0.925, 1.4395314709384562],
    [0.97, 1.8807936081512505],
  ])("of %d", (probability, z) => {
    // Wichura states about 1 part in 1e16; a few roundings come on top.
    expect(relativeError(normalQuantile(probability), z)).toBeLessThan(2e-15);
  });

  it("inverts the distribution", () => {
    const exponent = fc.double({ min: -290, max: Math.log10(0.5), noNaN: true });
    fc.assert(
      fc.property(exponent, (power) => {
        const probability = 10 ** power;
        // A rounding of z moves the tail by z² units in the last place, as above.
        return relativeError(normalCdf(normalQuantile(probability)), probability) < 1e-12;
      }),
    );
    fc.assert(
      fc.property(fc.double({ min: -8, max: 5, noNaN: true }), (z) => {
        // Above 0 the rounding of the probability near 1 counts, divided by the density.
        const tolerance = 1e-13 + Number.EPSILON / normalPdf(Math.max(z, 0));
        return Math.abs(normalQuantile(normalCdf(z)) - z) <= tolerance;
      }),
    );
  });

  it("is odd about one half", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 2 ** 20 - 1 }), (numerator) => {
        const probability = numerator / 2 ** 20;
        return normalQuantile(1 - probability) === 0 - normalQuantile(probability);
      }),
    );
  });

  it.each([0, 1, -0.1, 1.5, NaN])("refuses %d", (probability) => {
    expect(() => normalQuantile(probability)).toThrow(`inside (0, 1), got ${probability}`);
  });
});
