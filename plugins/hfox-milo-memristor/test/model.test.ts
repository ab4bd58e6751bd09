import { defaultsOf } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { deviceCurrent_A, nonlinearity } from "../src/current-voltage.ts";
import { hfoxMiloMemristor, programmingSpread_S } from "../src/model.ts";

const defaults = defaultsOf(hfoxMiloMemristor.parameters);
const operating = { inputVoltage_V: 0.1, temperature_K: 300 };
const conductances = fc.double({ min: 50e-6, max: 225e-6, noNaN: true });
const voltages = fc.double({ min: 1e-3, max: 0.5, noNaN: true });

describe("reference points", () => {
  // Half a unit of the last printed digit.
  it.each([
    { conductance_uS: 62.5, voltage_V: 0.01, ratio: 0.9962 },
    { conductance_uS: 62.5, voltage_V: 0.1, ratio: 0.9633 },
    { conductance_uS: 62.5, voltage_V: 0.5, ratio: 0.8466 },
    { conductance_uS: 110, voltage_V: 0.01, ratio: 0.9994 },
    { conductance_uS: 110, voltage_V: 0.1, ratio: 0.9939 },
    { conductance_uS: 110, voltage_V: 0.5, ratio: 0.9665 },
  ])("I/(G V) of $conductance_uS uS at $voltage_V V is $ratio", ({ conductance_uS, voltage_V, ratio }) => {
    const current_A = hfoxMiloMemristor.current_A(defaults, conductance_uS * 1e-6, voltage_V);
    expect(Math.abs(current_A / (conductance_uS * 1e-6 * voltage_V) - ratio)).toBeLessThan(5e-5);
  });

  // Half a unit of the last printed digit.
  it.each([
    { conductance_uS: 50, sigma_uS: 4.327 },
    { conductance_uS: 100, sigma_uS: 3.872 },
    { conductance_uS: 225, sigma_uS: 2.733 },
  ])("spread at $conductance_uS uS is $sigma_uS uS", ({ conductance_uS, sigma_uS }) => {
    const spread_S = hfoxMiloMemristor.programmingSpread_S(defaults, operating, conductance_uS * 1e-6);
    expect(Math.abs(spread_S * 1e6 - sigma_uS)).toBeLessThan(5e-4);
  });
});

describe("laws", () => {
  it("is odd in the voltage, without current at none", () => {
    fc.assert(
      fc.property(conductances, voltages, (conductance_S, voltage_V) => {
        expect(deviceCurrent_A(conductance_S, -voltage_V)).toBe(-deviceCurrent_A(conductance_S, voltage_V));
      }),
    );
    expect(deviceCurrent_A(100e-6, 0)).toBe(0);
    expect(deviceCurrent_A(0, 0.5)).toBe(0);
  });

  it("conducts more with more voltage and with more conductance", () => {
    fc.assert(
      fc.property(
        conductances,
        voltages,
        fc.double({ min: 1.001, max: 2, noNaN: true }),
        (conductance_S, voltage_V, factor) => {
          const current_A = deviceCurrent_A(conductance_S, voltage_V);
          expect(deviceCurrent_A(conductance_S * factor, voltage_V)).toBeGreaterThan(current_A);
          expect(deviceCurrent_A(conductance_S, voltage_V / factor)).toBeLessThan(current_A);
        },
      ),
    );
  });

  it("tends to the zero-bias conductance at small voltages", () => {
    fc.assert(
      fc.property(conductances, (conductance_S) => {
        expect(nonlinearity(conductance_S, 1e-9)).toBeCloseTo(1, 6);
      }),
    );
  });

  it("has a spread that falls with conductance and stays positive outside the measured range", () => {
    expect(programmingSpread_S(200e-6)).toBeLessThan(programmingSpread_S(60e-6));
    expect(programmingSpread_S(0)).toBe(programmingSpread_S(50e-6));
    expect(programmingSpread_S(1)).toBe(programmingSpread_S(225e-6));
  });
});

describe("characterize", () => {
  it("answers within the fit and marks what is outside", () => {
    expect(hfoxMiloMemristor.characterize(defaults, operating)).toMatchObject({
      status: "ok",
      conductanceMin_S: 50e-6,
      conductanceMax_S: 225e-6,
      isSeparable: false,
      violations: [],
    });
    expect(hfoxMiloMemristor.characterize(defaults, { ...operating, inputVoltage_V: 0.6 })).toMatchObject({
      status: "ok",
      violations: [{ kind: "invalid", code: "voltage-above-fit", amount: expect.closeTo(0.2, 10) }],
    });
  });

  it("has no answer for an empty range of conductances", () => {
    const empty = { ...defaults, conductanceMin_S: 200e-6, conductanceMax_S: 100e-6 };
    expect(hfoxMiloMemristor.characterize(empty, operating)).toMatchObject({
      status: "impossible",
      violations: [{ code: "empty-conductance-range" }],
    });
  });

  it("has the cell and capacitance of its geometry", () => {
    const answer = hfoxMiloMemristor.characterize(defaults, operating);
    if (answer.status !== "ok") throw new Error("possible design");
    expect(answer.area_m2).toBeCloseTo(answer.pitch_m ** 2, 25);
    // er e0 F^2/t of 25, 50 nm and 5 nm: 0.11 fF.
    expect(answer.capacitance_F * 1e15).toBeCloseTo(0.11, 2);
  });
});
