import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { domainWallOf, reducedMagnetisation, stripAtTemperature } from "../src/index.ts";
import type { DomainWallStrip } from "../src/index.ts";
import { relativeError } from "./relative-error.ts";

const law = {
  referenceTemperature_K: 300,
  curieTemperature_K: 1100,
  exchangeExponent: 1.8,
  anisotropyExponent: 3,
  dmiExponent: 1.8,
};
const strip: DomainWallStrip = {
  width_m: 20e-9,
  thickness_m: 2e-9,
  saturationMagnetisation_A_m: 6e5,
  exchangeStiffness_J_m: 1e-11,
  uniaxialAnisotropy_J_m3: 5.9e5,
  interfacialDmi_J_m: 2.4e-12,
  damping: 0.07,
  nonAdiabaticity: 0.32,
  polarisation: 0.6,
};

describe("the magnetisation", () => {
  // (1 - (T / 1100)^1.5) / (1 - (300 / 1100)^1.5), computed apart.
  it.each([
    { temperature_K: 0, expected: 1.1660817 },
    { temperature_K: 233, expected: 1.0524044 },
    { temperature_K: 300, expected: 1 },
    { temperature_K: 358, expected: 0.9495784 },
    { temperature_K: 400, expected: 0.9103822 },
    { temperature_K: 660, expected: 0.6241359 },
  ])("is $expected of the reference at $temperature_K K", ({ temperature_K, expected }) => {
    // Rounding of the numbers above.
    expect(relativeError(reducedMagnetisation(law, temperature_K), expected)).toBeLessThan(1e-7);
  });

  it("falls with the temperature and ends at the Curie temperature", () => {
    const temperature = fc.double({ min: 0, max: 1100, noNaN: true });
    fc.assert(
      fc.property(temperature, temperature, (a, b) => {
        expect(reducedMagnetisation(law, Math.min(a, b))).toBeGreaterThanOrEqual(
          reducedMagnetisation(law, Math.max(a, b)),
        );
      }),
    );
    expect(reducedMagnetisation(law, 1100)).toBe(0);
    expect(reducedMagnetisation(law, 1500)).toBe(0);
  });
});

describe("a strip", () => {
  it("is as declared at the reference temperature", () => {
    expect(stripAtTemperature(strip, law, 300)).toEqual(strip);
  });

  it("has the powers of the magnetisation", () => {
    const warm = stripAtTemperature(strip, law, 400);
    const reduced = reducedMagnetisation(law, 400);
    const powerOf = (of: (one: DomainWallStrip) => number): number =>
      Math.log(of(warm) / of(strip)) / Math.log(reduced);
    expect(powerOf((one) => one.saturationMagnetisation_A_m)).toBeCloseTo(1, 9);
    expect(powerOf((one) => one.exchangeStiffness_J_m)).toBeCloseTo(1.8, 9);
    expect(powerOf((one) => one.uniaxialAnisotropy_J_m3)).toBeCloseTo(3, 9);
    expect(powerOf((one) => one.interfacialDmi_J_m)).toBeCloseTo(1.8, 9);
    expect(warm).toMatchObject({ width_m: 20e-9, thickness_m: 2e-9, damping: 0.07, nonAdiabaticity: 0.32 });
  });

  it("has a wider wall when it is warm, for its anisotropy falls faster than its exchange", () => {
    const widths = [250, 300, 350, 400].map(
      (temperature_K) => domainWallOf(stripAtTemperature(strip, law, temperature_K)).wallParameter_m,
    );
    expect(widths.toSorted((a, b) => a - b)).toEqual(widths);
  });
});
