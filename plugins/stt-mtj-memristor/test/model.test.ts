import { defaultsOf } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { sttMtjMemristor } from "../src/model.ts";
import { agedTwoState } from "../src/thermal-switching.ts";

const defaults = defaultsOf(sttMtjMemristor.parameters);
const operating = { inputVoltage_V: 0.05, temperature_K: 300 };

function characterAt(inputVoltage_V: number, design = defaults) {
  const answer = sttMtjMemristor.characterize(design, { ...operating, inputVoltage_V });
  if (answer.status !== "ok") throw new Error("the defaults are possible");
  return answer;
}

describe("reference points", () => {
  it("is 167 and 333 uS, two levels, with 20 % of the resolution", () => {
    const { conductanceMin_S, conductanceMax_S, levels, quantities } = characterAt(0.05);
    expect([Math.round(conductanceMin_S * 1e6), Math.round(conductanceMax_S * 1e6), levels]).toEqual([167, 333, 2]);
    expect(quantities["onOffResolution"]).toBeCloseTo(0.2, 12);
  });

  it("writes with 80 uA in 10 ns and 1 pJ, so at 1.25 V", () => {
    expect(characterAt(0.05).write).toMatchObject({
      duration_s: 10e-9,
      energy_J: 1e-12,
      voltage_V: expect.closeTo(1.25, 12) as number,
    });
  });

  // Ten years of 365.25 days to 1 %, the rounding of 40.3; 1 ns exp(40.3 * 300 / 358) by hand.
  it.each([
    [300, 3.156e8],
    [358, 4.63e5],
  ])("keeps its state at %d K for %d s", (temperature_K, expected_s) => {
    const answer = sttMtjMemristor.characterize(defaults, { ...operating, temperature_K });
    if (answer.status !== "ok") throw new Error("the defaults are possible");
    expect(Math.abs(answer.quantities["retention_s"]! / expected_s - 1)).toBeLessThan(0.02);
  });
});

describe("current", () => {
  // The antiparallel state at the bias that halves the magnetoresistance: 333.3 / 1.5 = 222.2 uS.
  it.each([
    [1 / 6e3, 0.5, 222.2],
    [1 / 3e3, 0.5, 333.3],
    [1 / 6e3, 1e-6, 166.7],
  ])("of %d S at %d V is that of %d uS", (conductance_S, voltage_V, expected_uS) => {
    expect((sttMtjMemristor.current_A(defaults, conductance_S, voltage_V) / voltage_V) * 1e6).toBeCloseTo(
      expected_uS,
      1,
    );
  });
});

describe("violations", () => {
  it.each([
    [0.05, []],
    [0.1, []],
    [0.2, ["read-disturb"]],
    [0.3, ["voltage-above-read", "read-disturb"]],
  ])("at %d V: %j", (inputVoltage_V, codes) => {
    const { violations } = characterAt(inputVoltage_V);
    expect(violations.map(({ code }) => code)).toEqual(codes);
    expect(violations.every(({ kind, amount }) => kind === "invalid" && amount > 0)).toBe(true);
  });

  it("a junction of ten times the resistance is read at 0.2 V without harm", () => {
    expect(characterAt(0.2, { ...defaults, parallelResistance_ohm: 30e3 }).violations).toEqual([]);
  });
});

describe("ageing", () => {
  const states = fc.constantFrom(167e-6, 333e-6);

  it("ends with both states alike, and is half way there after 0.35 times the switching time", () => {
    const late = agedTwoState(167e-6, 500e-6, 1, 1e3);
    expect(late.mean_S).toBeCloseTo(250e-6, 15);
    expect(late.spread_S).toBeCloseTo(83e-6, 15);
    expect(agedTwoState(167e-6, 500e-6, 1, Math.LN2 / 2).mean_S).toBeCloseTo(208.5e-6, 15);
  });

  it("mean square of the distance from the middle never changes", () => {
    fc.assert(
      fc.property(states, fc.double({ min: 0, max: 10, noNaN: true }), (g_S, age) => {
        const { mean_S, spread_S } = agedTwoState(g_S, 500e-6, 1, age);
        expect(Math.hypot(mean_S - 250e-6, spread_S)).toBeCloseTo(83e-6, 15);
      }),
    );
  });
});
