import { defaultsOf } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { pcmMemristor } from "../src/model.ts";

const defaults = defaultsOf(pcmMemristor.parameters);
const operating = { inputVoltage_V: 0.1, temperature_K: 300 };

describe("the device", () => {
  it("has 0.25 to 25 uS; a reset and a set take 190 ns and 7 pJ", () => {
    expect(pcmMemristor.characterize(defaults, operating)).toMatchObject({
      status: "ok",
      conductanceMin_S: 0.25e-6,
      conductanceMax_S: 25e-6,
      // 1 kohm * ((300 uA)^2 * 40 ns + (150 uA)^2 * 150 ns).
      write: { duration_s: expect.closeTo(190e-9, 15) as number, energy_J: expect.closeTo(6.975e-12, 18) as number },
      violations: [],
      quantities: { driftExponentAtMax: 0.049, driftExponentSpreadAtMax: 0.008 },
    });
  });

  it.each([
    ["a voltage above that of the reads", defaults, 0.45, "voltage-above-read", 0.5],
    ["25 uS of the Hermes chip", { ...defaults, fit: "hermes" as const }, 0.1, "conductance-above-fit", 25 / 20.7 - 1],
  ])("%s is invalid", (_what, design, inputVoltage_V, code, amount) => {
    expect(pcmMemristor.characterize(design, { ...operating, inputVoltage_V })).toMatchObject({
      violations: [{ kind: "invalid", code, amount: expect.closeTo(amount, 10) as number }],
    });
  });

  it("has lost half of its largest conductance after a year", () => {
    // (3.15e7 / 20)^-0.049 = 0.497, and 0.3 % more in the mean over exponents that spread by 0.008.
    const { mean_S, spread_S } = pcmMemristor.aged(defaults, operating, 25e-6, 3.15e7);
    expect(mean_S / 25e-6).toBeCloseTo(0.5, 2);
    expect(spread_S / mean_S).toBeCloseTo(0.115, 2);
  });
});
