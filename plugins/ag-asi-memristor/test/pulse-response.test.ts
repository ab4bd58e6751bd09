import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { largestBow, normalisedConstant, pulseResponse, pulsesForLevel } from "../src/pulse-response.ts";

describe("nonlinearity labels", () => {
  // The table of NeuroSim, six digits.
  it.each([
    [0.01, 126.268958],
    [0.1, 12.625807],
    [0.6, 2.097877],
    [1, 1.251653],
    [2.4, 0.499181],
    [4.88, 0.200303],
  ])("%d is a constant of %d", (label, expected) => {
    expect(Math.abs(normalisedConstant(label) / expected - 1)).toBeLessThan(5e-6);
  });

  it("is the distance from the diagonal in units of 0.07", () => {
    // By 1000 points along the curve, whose flat top is missed by no more than 1e-6.
    const a = normalisedConstant(2.4);
    const bows = Array.from({ length: 1001 }, (_, k) => pulseResponse(k / 1000, a) - k / 1000);
    expect(Math.max(...bows) / Math.SQRT2 / 0.07).toBeCloseTo(2.4, 4);
    expect(largestBow(a) / Math.SQRT2 / 0.07).toBeCloseTo(2.4, 10);
  });
});

describe("laws of the pulse response", () => {
  const labels = fc.double({ min: 0.01, max: 9, noNaN: true });
  const shares = fc.double({ min: 0, max: 1, noNaN: true });

  it("runs from 0 to 1, rising, above the straight line", () => {
    fc.assert(
      fc.property(labels, shares, shares, (label, p, q) => {
        const a = normalisedConstant(label);
        expect(pulseResponse(0, a)).toBe(0);
        expect(pulseResponse(1, a)).toBe(1);
        expect(pulseResponse(Math.max(p, q), a)).toBeGreaterThanOrEqual(pulseResponse(Math.min(p, q), a));
        expect(pulseResponse(p, a)).toBeGreaterThanOrEqual(p - 1e-12);
      }),
    );
  });

  it("a larger label bends more", () => {
    fc.assert(
      fc.property(labels, labels, (one, other) => {
        const [little, much] = [normalisedConstant(Math.min(one, other)), normalisedConstant(Math.max(one, other))];
        expect(pulseResponse(0.3, much)).toBeGreaterThanOrEqual(pulseResponse(0.3, little) - 1e-12);
      }),
    );
  });

  it("a level is reached by the pulses that reach it", () => {
    fc.assert(
      fc.property(fc.double({ min: 0.01, max: 5, noNaN: true }), shares, (label, share) => {
        const a = normalisedConstant(label);
        // exp(-1/a) of what is left at the end is as small as 1e-3 here, and takes three digits.
        expect(pulsesForLevel(pulseResponse(share, a), a)).toBeCloseTo(share, 9);
      }),
    );
  });
});
