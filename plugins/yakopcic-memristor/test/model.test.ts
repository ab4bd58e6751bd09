import { defaultsOf } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { yakopcicMemristor } from "../src/model.ts";
import { presets } from "../src/parameters.ts";

const defaults = defaultsOf(yakopcicMemristor.parameters);
const operating = { inputVoltage_V: 0.1, temperature_K: 300 };
const designOf = (preset: string) => ({ ...defaults, ...presets[preset]!.values });

function characterOf(design = defaults, inputVoltage_V = 0.1) {
  const answer = yakopcicMemristor.characterize(design, { ...operating, inputVoltage_V });
  if (answer.status !== "ok") throw new Error("always possible");
  return answer;
}

describe("conductances", () => {
  // a1 b at state 1; the model programs up to stateMax. To the printed digits.
  it.each([
    { preset: "silver-amorphous-silicon", full_S: 259e-9 },
    { preset: "titanium-dioxide", full_S: 230e-6 },
    { preset: "boise-state-sine", full_S: 8.5e-3 },
    { preset: "boise-state-pulsed", full_S: 4.85e-3 },
    { preset: "tantalum-oxide", full_S: 55e-3 },
  ])("$preset has $full_S S when its state is 1", ({ preset, full_S }) => {
    const design = designOf(preset);
    const character = characterOf(design);
    expect(character.conductanceMax_S / design.stateMax / full_S).toBeCloseTo(1, 12);
    expect(character.conductanceMin_S / design.stateMin / full_S).toBeCloseTo(1, 12);
  });

  it("range from 26 to 246 nS for Ag/a-Si", () => {
    const { conductanceMin_S, conductanceMax_S } = characterOf(designOf("silver-amorphous-silicon"));
    expect(conductanceMin_S).toBeCloseTo(25.9e-9, 15);
    expect(conductanceMax_S).toBeCloseTo(246.05e-9, 15);
  });
});

describe("the read law", () => {
  it("takes the forward branch for both signs, sinh in the voltage", () => {
    // 115 uS, 1/b = 1 V: sinh(0.5) = 0.521095.
    expect(yakopcicMemristor.current_A(defaults, 115e-6, 0.5)).toBeCloseTo(115e-6 * 0.521095, 10);
    expect(yakopcicMemristor.current_A(defaults, 115e-6, -0.5)).toBeCloseTo(-115e-6 * 0.521095, 10);
    expect(characterOf(defaults, 0.5).quantities["nonlinearity"]).toBeCloseTo(0.521095 / 0.5, 5);
  });

  it.each([
    { preset: "titanium-dioxide", ratio: 3.8 / 2.3, codes: ["branches-differ"] },
    { preset: "silver-amorphous-silicon", ratio: 4.35 / 3.7, codes: ["branches-differ"] },
    { preset: "boise-state-sine", ratio: 1, codes: [] },
    { preset: "tantalum-oxide", ratio: 1, codes: [] },
  ])("says that the branches of $preset differ by $ratio: $codes", ({ preset, ratio, codes }) => {
    const { quantities, violations } = characterOf(designOf(preset), 0.01);
    expect(quantities["backwardOverForward"]).toBeCloseTo(ratio, 12);
    expect(violations.map(({ code }) => code)).toEqual(codes);
  });
});

describe("disturb", () => {
  it.each([
    { preset: "titanium-dioxide", voltage_V: 0.5, disturbs: false },
    { preset: "silver-amorphous-silicon", voltage_V: 0.49, disturbs: false },
    { preset: "boise-state-sine", voltage_V: 0.14, disturbs: false },
    { preset: "boise-state-sine", voltage_V: 0.155, disturbs: true },
    { preset: "tantalum-oxide", voltage_V: 0.08, disturbs: false },
    { preset: "tantalum-oxide", voltage_V: 0.1, disturbs: true },
  ])("$preset read at $voltage_V V: $disturbs", ({ preset, voltage_V, disturbs }) => {
    const { violations, quantities } = characterOf(designOf(preset), voltage_V);
    expect(violations.some(({ code }) => code === "read-disturb")).toBe(disturbs);
    expect(quantities["readStateChange"]! > 0).toBe(disturbs);
  });
});

describe("write", () => {
  it("of Ag/a-Si takes tens of seconds from end to end at 3.2 V", () => {
    // g = 0.005 (e^3.2 - e^1.5) = 0.1003 /s; the slowing towards 0.95 multiplies the time of 8.5 s.
    const { quantities, write } = characterOf(designOf("silver-amorphous-silicon"));
    expect(write!.voltage_V).toBe(3.2);
    expect(quantities["setDuration_s"]).toBeGreaterThan(8.5);
    expect(quantities["setDuration_s"]).toBeLessThan(100);
  });

  it("does not happen below the threshold", () => {
    const { write, violations } = characterOf({ ...defaults, setVoltage_V: 1.1 });
    expect(write).toBeUndefined();
    expect(violations).toMatchObject([{ code: "set-incomplete" }, { code: "branches-differ" }]);
  });
});

it("does not age", () => {
  expect(yakopcicMemristor.aged(defaults, operating, 1e-4, 1e8)).toEqual({ mean_S: 1e-4, spread_S: 0 });
});
