import { defaultsOf } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { vteamMemristor } from "../src/model.ts";

const defaults = defaultsOf(vteamMemristor.parameters);
const operating = { inputVoltage_V: 0.1, temperature_K: 300 };

function characterOf(design = defaults, inputVoltage_V = 0.1) {
  const answer = vteamMemristor.characterize(design, { ...operating, inputVoltage_V });
  if (answer.status !== "ok") throw new Error("always possible");
  return answer;
}

it("ranges from 1 to 20 mS, analog", () => {
  const { conductanceMin_S, conductanceMax_S, levels } = characterOf();
  expect(conductanceMin_S).toBeCloseTo(1e-3, 15);
  expect(conductanceMax_S).toBeCloseTo(20e-3, 15);
  expect(levels).toBe(Infinity);
});

describe("read disturb", () => {
  it("makes reads at 100 mV invalid with the threshold of 20 mV", () => {
    const { violations, quantities } = characterOf();
    expect(violations).toMatchObject([{ kind: "invalid", code: "read-disturb" }]);
    // 2e-3 m/s for 1 ns over 3 nm.
    expect(quantities["readStateChange"]).toBeCloseTo(2e-3 / 3, 12);
  });

  it.each([1, 10, 1e3, 1e6, 1e12])("is reported at 100 mV even with %d reads between writes", (readsPerWrite) => {
    expect(characterOf({ ...defaults, readsPerWrite }).violations.map(({ code }) => code)).toContain("read-disturb");
  });

  it.each([
    { voltage_V: 0.01, offThreshold_V: 0.02, codes: [] },
    { voltage_V: 0.019, offThreshold_V: 0.02, codes: [] },
    { voltage_V: 0.021, offThreshold_V: 0.02, codes: ["read-disturb"] },
    { voltage_V: 0.1, offThreshold_V: 0.15, codes: [] },
    // The other sign of the input goes beyond v_on.
    { voltage_V: 0.25, offThreshold_V: 0.5, codes: ["read-disturb"] },
  ])("at $voltage_V V with v_off $offThreshold_V V: $codes", ({ voltage_V, offThreshold_V, codes }) => {
    const { violations } = characterOf({ ...defaults, offThreshold_V, resetVoltage_V: 1 }, voltage_V);
    expect(violations.map(({ code }) => code)).toEqual(codes);
  });
});

describe("write", () => {
  it("costs the slow reset: 1.5 us at 0.1 V, with the energy of a linear resistance", () => {
    const { write, quantities } = characterOf();
    expect(write!.voltage_V).toBe(0.1);
    expect(write!.duration_s / 1.5e-6).toBeCloseTo(1, 9);
    // Mean conductance over the position: ln(20) / 950 ohm; times V^2 times the time.
    expect(write!.energy_J / ((1e-2 * 1.5e-6 * Math.log(20)) / 950)).toBeCloseTo(1, 8);
    expect(quantities["setDuration_s"]! / 2.4e-9).toBeCloseTo(1, 9);
  });

  it("does not happen below a threshold", () => {
    const { write, violations } = characterOf({ ...defaults, setVoltage_V: 0.15 }, 0.01);
    expect(write).toBeUndefined();
    expect(violations).toMatchObject([{ kind: "invalid", code: "set-incomplete" }]);
  });

  it("takes longer with a window, which needs some distance from the ends", () => {
    const inner = { ...defaults, positionMin: 0.05, positionMax: 0.95 };
    const free = characterOf(inner).write!.duration_s;
    expect(characterOf({ ...inner, window: "joglekar" }).write!.duration_s).toBeGreaterThan(free);
    expect(characterOf({ ...defaults, window: "joglekar" }).write).toBeUndefined();
  });
});

it("disturbs half-selected devices by (V/2 - v_off) / (V - v_off)", () => {
  // Reset: (50 - 20) / (100 - 20) mV; the set voltage halved, 0.15 V, is below its threshold.
  expect(characterOf().quantities["halfSelectStateChange"]).toBeCloseTo(0.375, 6);
  expect(characterOf({ ...defaults, resetVoltage_V: 0.04 }).quantities["halfSelectStateChange"]).toBe(0);
});

it("neither ages nor bends its current", () => {
  expect(vteamMemristor.aged(defaults, operating, 1e-2, 1e8)).toEqual({ mean_S: 1e-2, spread_S: 0 });
  expect(vteamMemristor.current_A(defaults, 1e-2, -0.1)).toBe(-1e-3);
});
