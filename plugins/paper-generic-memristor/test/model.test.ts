import { defaultsOf } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { paperGenericMemristor } from "../src/model.ts";

const defaults = defaultsOf(paperGenericMemristor.parameters);

function characterAt(inputVoltage_V: number, design = defaults) {
  const answer = paperGenericMemristor.characterize(design, { inputVoltage_V, temperature_K: 300 });
  if (answer.status !== "ok") throw new Error("always possible");
  return answer;
}

describe("reference points", () => {
  // Exact quotients; tolerance is rounding.
  it.each([
    { voltage_mV: 10, conductance_uS: 300 },
    { voltage_mV: 30, conductance_uS: 100 },
    { voltage_mV: 100, conductance_uS: 30 },
    { voltage_mV: 500, conductance_uS: 6 },
  ])("3 uA at $voltage_mV mV needs $conductance_uS uS", ({ voltage_mV, conductance_uS }) => {
    const character = characterAt(voltage_mV * 1e-3);
    expect(character.conductanceMax_S * 1e6).toBeCloseTo(conductance_uS, 9);
    expect(character.conductanceMin_S * 1e6).toBeCloseTo(conductance_uS / 30, 9);
  });

  it("has 0.11 fF for 50 nm wires with 5 nm of HfO2", () => {
    // 25 * 8.854e-12 F/m * (50 nm)^2 / 5 nm = 1.1068e-16 F.
    expect(characterAt(0.01).capacitance_F * 1e15).toBeCloseTo(0.1107, 4);
    expect(characterAt(0.01).pitch_m).toBeCloseTo(100e-9, 15);
  });
});

describe("laws", () => {
  const currents = fc.double({ min: 0.05e-6, max: 30e-6, noNaN: true });
  const voltages = fc.double({ min: 1e-3, max: 1, noNaN: true });

  it("carries the full-scale current at the input voltage, with either sign", () => {
    fc.assert(
      fc.property(currents, voltages, (fullScaleCurrent_A, inputVoltage_V) => {
        const design = { ...defaults, fullScaleCurrent_A };
        const { conductanceMax_S } = characterAt(inputVoltage_V, design);
        const current_A = paperGenericMemristor.current_A(design, conductanceMax_S, inputVoltage_V);
        expect(current_A / fullScaleCurrent_A).toBeCloseTo(1, 12);
        expect(paperGenericMemristor.current_A(design, conductanceMax_S, -inputVoltage_V)).toBe(-current_A);
      }),
    );
  });

  it("spreads in proportion to the target", () => {
    const operating = { inputVoltage_V: 0.01, temperature_K: 300 };
    expect(paperGenericMemristor.programmingSpread_S(defaults, operating, 200e-6)).toBeCloseTo(20e-6, 15);
    expect(paperGenericMemristor.programmingSpread_S(defaults, operating, 0)).toBe(0);
  });
});

describe("warnings about devices", () => {
  it.each([
    { voltage_mV: 100, codes: [] },
    { voltage_mV: 13.4, codes: [] },
    { voltage_mV: 10, codes: ["conductance-above-multilevel-devices"] },
    { voltage_mV: 1, codes: ["conductance-above-multilevel-devices", "conductance-above-hafnium-oxide"] },
  ])("3 uA at $voltage_mV mV: $codes", ({ voltage_mV, codes }) => {
    const { violations } = characterAt(voltage_mV * 1e-3);
    expect(violations.map(({ code }) => code)).toEqual(codes);
    expect(violations.every(({ kind, amount }) => kind === "warning" && amount === 0)).toBe(true);
  });
});
