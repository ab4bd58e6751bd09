import { defaultsOf } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { hfoxWanMemristor } from "../src/model.ts";

const defaults = defaultsOf(hfoxWanMemristor.parameters);
const operating = { inputVoltage_V: 0.1, temperature_K: 300 };

describe("the device", () => {
  it("has 1 to 40 uS, and writes with 1.75 V for 8.52 us", () => {
    expect(hfoxWanMemristor.characterize(defaults, operating)).toMatchObject({
      status: "ok",
      conductanceMin_S: 1e-6,
      conductanceMax_S: 40e-6,
      levels: 16,
      isSeparable: true,
      // (1.75 V)^2 * 20.5 uS * 8.52 us.
      write: { voltage_V: 1.75, energy_J: expect.closeTo(0.535e-9, 12) as number },
      violations: [],
    });
  });

  it("is invalid above the voltage of its reads, by how much it is above", () => {
    expect(hfoxWanMemristor.characterize(defaults, { ...operating, inputVoltage_V: 0.75 })).toMatchObject({
      violations: [{ kind: "invalid", code: "voltage-above-read", amount: expect.closeTo(0.5, 12) as number }],
    });
  });

  // 1 % of 40 uS against the conductance.
  it.each([
    [40, 0.01],
    [10, 0.04],
    [1, 0.4],
  ])("reads %d uS with a relative noise of %d at every age", (conductance_uS, expected) => {
    for (const age_s of [0, 1e6])
      expect(hfoxWanMemristor.readNoise(defaults, operating, conductance_uS * 1e-6, age_s)).toBeCloseTo(expected, 12);
  });

  it("keeps its mean while devices relax apart", () => {
    const { mean_S, spread_S } = hfoxWanMemristor.aged(defaults, operating, 20e-6, 86_400);
    expect(mean_S).toBe(20e-6);
    // sqrt(3.909^2 - 2.023^2) uS.
    expect(spread_S * 1e6).toBeCloseTo(3.345, 2);
  });
});
