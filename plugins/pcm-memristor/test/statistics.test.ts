import { randomAt } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { drifted, readNoise, relativeConductance } from "../src/ageing.ts";
import { FITS } from "../src/fits.ts";

const { single, hermes } = FITS;

describe("reference points of one device", () => {
  // Half a unit of the last printed digit.
  it.each([
    { g: 0.05, exponent: 0.0708, spread_uS: 0.359, noise: 0.258 },
    { g: 0.25, exponent: 0.049, spread_uS: 0.681, noise: 0.091 },
    { g: 0.5, exponent: 0.049, spread_uS: 0.953, noise: 0.058 },
    { g: 1, exponent: 0.049, spread_uS: 1.055, noise: 0.037 },
  ])("at $g of 25 uS: exponent $exponent, spread $spread_uS uS, 1/f noise $noise after 1 s", (point) => {
    const { g, exponent, spread_uS, noise } = point;
    expect(Math.abs(single.driftExponent(g).mean - exponent)).toBeLessThan(5e-5);
    expect(Math.abs(single.programmingSpread_S(g) * 1e6 - spread_uS)).toBeLessThan(6e-4);
    expect(Math.abs(readNoise(single, g * 25e-6, 1) - noise)).toBeLessThan(6e-4);
  });

  // Half a unit of the last printed digit.
  it.each([
    [60, 0.933],
    [3600, 0.771],
    [86_400, 0.658],
    [3.15e7, 0.49],
  ])("an exponent of 0.05 leaves after %d s %d", (age_s, left) => {
    const fit = { ...single, driftExponent: () => ({ mean: 0.05, spread: 1e-9 }) };
    expect(Math.abs(drifted(fit, 10e-6, age_s).mean_S / 10e-6 - left)).toBeLessThan(6e-4);
  });
});

describe("the Hermes chip", () => {
  // The published polynomial to its printed digits: 0.1660 + 4.7181 g - 8.4810 g^2 + 4.6896 g^3.
  it.each([0, 0.25, 0.5, 1])("spreads at %d of 20.7 uS by the printed polynomial", (g) => {
    const printed_uS = 0.166 + 4.7181 * g - 8.481 * g ** 2 + 4.6896 * g ** 3;
    expect(Math.abs(hermes.programmingSpread_S(g) * 1e6 - printed_uS)).toBeLessThan(2e-4);
  });

  it("has branches that meet within the digits of its fits", () => {
    // Exponents to 0.2 %, their spread to 0.02 %, noise to 0.1 %: what three or four printed digits leave.
    for (const [at, tolerance] of [
      [0.0945, 2e-3],
      [0.3055, 2e-4],
    ] as const) {
      const [below, above] = [hermes.driftExponent(at - 1e-9), hermes.driftExponent(at)];
      expect(Math.abs(above.mean - below.mean)).toBeLessThan(tolerance);
      expect(Math.abs(above.spread - below.spread)).toBeLessThan(tolerance);
    }
    expect(Math.abs(hermes.noiseStrength(0.16) - hermes.noiseStrength(0.16 - 1e-9))).toBeLessThan(1e-3);
  });
});

describe.each(Object.entries(FITS))("laws of %s", (_name, fit) => {
  const conductances = fc.double({ min: 1e-8, max: fit.fullScale_S, noNaN: true });
  const ages = fc.double({ min: 0, max: 3e8, noNaN: true });

  it("a conductance falls in the mean, and devices drift apart", () => {
    fc.assert(
      fc.property(conductances, ages, ages, (g_S, a, b) => {
        const [young, old] = [drifted(fit, g_S, Math.min(a, b)), drifted(fit, g_S, Math.max(a, b))];
        // 1e-7: the root of the rounding of a variance.
        expect(old.mean_S).toBeLessThanOrEqual(young.mean_S * (1 + 1e-12));
        expect(old.spread_S / old.mean_S).toBeGreaterThanOrEqual(young.spread_S / young.mean_S - 1e-7);
      }),
    );
  });

  it("noise grows with age and falls with conductance", () => {
    fc.assert(
      fc.property(conductances, conductances, ages, ages, (g1, g2, a, b) => {
        expect(readNoise(fit, g1, Math.max(a, b))).toBeGreaterThanOrEqual(readNoise(fit, g1, Math.min(a, b)));
        // The cubic of the Hermes chip rises by 0.005 to its top at 0.43 of the full scale.
        const noise = (g_S: number): number => fit.noiseStrength(relativeConductance(fit, g_S));
        expect(noise(Math.max(g1, g2))).toBeLessThanOrEqual(noise(Math.min(g1, g2)) + 0.003);
      }),
    );
  });

  it("mean and spread of drift are those of devices drawn one by one", () => {
    const { mean, spread } = fit.driftExponent(0.05);
    const random = randomAt(1, "drift");
    const count = 20_000;
    const devices = Array.from(
      { length: count },
      () => (1 + 1e6 / fit.firstRead_s) ** -Math.abs(mean + spread * random.normal()),
    );
    const average = devices.reduce((sum, factor) => sum + factor, 0) / count;
    const deviation = Math.sqrt(devices.reduce((sum, factor) => sum + (factor - average) ** 2, 0) / count);
    const found = drifted(fit, 0.05 * fit.fullScale_S, 1e6);
    const programmed_S = 0.05 * fit.fullScale_S;
    // Four standard errors of 20 000 draws; that of the spread is 0.7 % with the tail of a lognormal.
    expect(Math.abs(found.mean_S / programmed_S - average)).toBeLessThan((4 * deviation) / Math.sqrt(count));
    expect(Math.abs(found.spread_S / programmed_S / deviation - 1)).toBeLessThan(0.03);
  });
});
