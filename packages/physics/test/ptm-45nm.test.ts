import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { mos45nm } from "../src/ptm-45nm.ts";
import { relativeError } from "./relative-error.ts";

describe("mos45nm", () => {
  it("returns the extracted values at an extracted length", () => {
    const mos = mos45nm({ polarity: "p", length_m: 180e-9 });
    expect(mos).toEqual({
      length_m: 180e-9,
      slopeFactor: 1.569,
      specificCurrent_A: 1.395e-6,
      velocitySaturation: 0.5013,
      thresholdVoltage_V: 0.545,
      thermalVoltage_V: mos.thermalVoltage_V,
    });
    // Five digits are printed: 25.865 mV at 27 °C.
    expect(relativeError(mos.thermalVoltage_V, 25.865e-3)).toBeLessThan(2e-5);
  });

  it("interpolates linearly between lengths", () => {
    const mos = mos45nm({ polarity: "n", length_m: 55e-9 });
    // Halfway between the rows of 45 nm and 65 nm; rounding only.
    expect(mos.slopeFactor).toBeCloseTo((1.564 + 1.59) / 2, 12);
    expect(mos.specificCurrent_A).toBeCloseTo((30.21e-6 + 9.227e-6) / 2, 18);
    expect(mos.velocitySaturation).toBeCloseTo((7.048 + 1.747) / 2, 12);
    expect(mos.thresholdVoltage_V).toBeCloseTo((0.424 + 0.489) / 2, 12);
  });

  it("is continuous in the length", () => {
    const length_m = fc.double({ min: 45e-9, max: 359.9e-9, noNaN: true });
    fc.assert(
      fc.property(fc.constantFrom("n" as const, "p" as const), length_m, (polarity, shorter_m) => {
        const here = mos45nm({ polarity, length_m: shorter_m });
        const next = mos45nm({ polarity, length_m: shorter_m + 1e-12 });
        // The steepest segment, I0 of n from 45 to 65 nm, changes by 3.5 % per nm.
        expect(relativeError(next.specificCurrent_A, here.specificCurrent_A)).toBeLessThan(2e-4);
        expect(Math.abs(next.thresholdVoltage_V - here.thresholdVoltage_V)).toBeLessThan(1e-5);
      }),
    );
  });

  it.each([
    // VT0 rises by 0.32 mV/K; I0 goes as µ·UT², T^(-1.5 + 2).
    [233.15, 0.512 - 0.02144, 5.434e-6 * Math.sqrt(233.15 / 300.15)],
    [398.15, 0.512 + 0.03136, 5.434e-6 * Math.sqrt(398.15 / 300.15)],
  ])("at %d K", (temperature_K, thresholdVoltage_V, specificCurrent_A) => {
    const mos = mos45nm({ polarity: "n", length_m: 180e-9, temperature_K });
    expect(mos.thresholdVoltage_V).toBeCloseTo(thresholdVoltage_V, 6);
    expect(relativeError(mos.specificCurrent_A, specificCurrent_A)).toBeLessThan(1e-12);
    expect(relativeError(mos.thermalVoltage_V, (25.8649e-3 * temperature_K) / 300.15)).toBeLessThan(1e-5);
  });

  it.each([44e-9, 361e-9, 1e-6, 0, NaN])("refuses a length of %d m", (length_m) => {
    expect(() => mos45nm({ polarity: "n", length_m })).toThrow(
      `mos45nm: expected a length from 4.5e-8 m to 3.6e-7 m, got ${length_m} m`,
    );
  });

  it.each([0, -1, NaN, Infinity])("refuses %d K", (temperature_K) => {
    expect(() => mos45nm({ polarity: "n", length_m: 90e-9, temperature_K })).toThrow(`got ${temperature_K} K`);
  });

  it("accepts the ends of the table however they were computed", () => {
    expect(mos45nm({ polarity: "n", length_m: 45 * 1e-9 }).slopeFactor).toBeCloseTo(1.564, 9);
    expect(mos45nm({ polarity: "n", length_m: 360 * 1e-9 }).slopeFactor).toBeCloseTo(1.641, 9);
  });
});
