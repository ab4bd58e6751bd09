import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stateAfterPulse, stateTransit } from "../src/memristive-device.ts";
import { constantRate, exponentialRate, withThreshold } from "./example-memristors.ts";
import { relativeError } from "./relative-error.ts";

describe("stateTransit", () => {
  // Closed forms; the quadrature is asked for 1e-9.
  it("of a constant rate takes distance over rate, and v^2 times the mean conductance times that", () => {
    const found = stateTransit(constantRate, 0.1, 0.9, 2)!;
    expect(relativeError(found.duration_s, 0.4)).toBeLessThan(1e-12);
    expect(relativeError(found.energy_J, 4 * 2e-3 * 0.4)).toBeLessThan(1e-12);
    expect(found.largestCurrent_A).toBeCloseTo(2.8e-3 * 2, 15);
  });

  it("of an exponential takes the logarithm of the ratio, downwards too", () => {
    expect(relativeError(stateTransit(exponentialRate, 1e-6, 1, 0.5)!.duration_s, 2 * Math.log(1e6))).toBeLessThan(
      1e-8,
    );
    const down = stateTransit(exponentialRate, 1, 1e-6, -0.5)!;
    expect(relativeError(down.duration_s, 2 * Math.log(1e6))).toBeLessThan(1e-8);
    // Energy v^2 (1 mS t + 2 mS integral of x dt), the integral being (1 - 1e-6) / 0.5.
    expect(relativeError(down.energy_J, 0.25 * (1e-3 * down.duration_s + 2e-3 * ((1 - 1e-6) / 0.5)))).toBeLessThan(
      1e-8,
    );
  });

  it("is none where the state stands still, moves away or slows to a stop at the end", () => {
    expect(stateTransit(withThreshold, 0.1, 0.9, 0.5)).toBeUndefined();
    expect(stateTransit(constantRate, 0.1, 0.9, -1)).toBeUndefined();
    expect(stateTransit(exponentialRate, 1, 0, -1)).toBeUndefined();
    // Stops half way, in a part of the range as narrow as the samples.
    const gap = { ...constantRate, rate: (state: number) => (Math.abs(state - 0.5) < 0.0065 ? 0 : 1) };
    expect(stateTransit(gap, 0.1, 0.9, 1)).toBeUndefined();
  });

  it("changes by less than 1e-7 when the tolerance is halved", () => {
    const duration_s = (tolerance: number) => stateTransit(exponentialRate, 1e-6, 1, 1, tolerance)!.duration_s;
    expect(relativeError(duration_s(1e-6), duration_s(5e-7))).toBeLessThan(1e-7);
  });
});

describe("stateAfterPulse", () => {
  it("gets as far as the transit says", () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0.01, max: 0.4, noNaN: true }),
        fc.double({ min: 0.5, max: 0.99, noNaN: true }),
        fc.double({ min: 0.1, max: 3, noNaN: true }),
        (from, to, voltage_V) => {
          const { duration_s } = stateTransit(exponentialRate, from, to, voltage_V)!;
          // 1e-9 a step and a few tens of steps.
          expect(stateAfterPulse(exponentialRate, from, voltage_V, duration_s)).toBeCloseTo(to, 7);
        },
      ),
    );
  });

  it("stops at the bounds", () => {
    expect(stateAfterPulse(constantRate, 0.5, 1, 1e6)).toBe(1);
    expect(stateAfterPulse(constantRate, 0.5, -1, 1e6, 1e-6)).toBe(0);
  });
});
