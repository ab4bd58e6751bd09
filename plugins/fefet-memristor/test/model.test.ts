import { defaultsOf } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { fefetMemristor } from "../src/model.ts";

const defaults = defaultsOf(fefetMemristor.parameters);
const operating = { inputVoltage_V: 0.5, temperature_K: 300 };

function characterAt(inputVoltage_V: number) {
  const answer = fefetMemristor.characterize(defaults, { ...operating, inputVoltage_V });
  if (answer.status !== "ok") throw new Error("the defaults are possible");
  return answer;
}

describe("reference points", () => {
  it("is 0.042 to 4.17 uS with 32 levels", () => {
    const { conductanceMin_S, conductanceMax_S, levels } = characterAt(0.5);
    // Printed digits.
    expect(conductanceMin_S * 1e6).toBeCloseTo(0.042, 3);
    expect(conductanceMax_S * 1e6).toBeCloseTo(4.17, 2);
    expect(levels).toBe(32);
  });

  it("carries 2.1 uA at 0.5 V, short of the 3 uA of a spin neuron's synapse", () => {
    expect(characterAt(0.5).quantities["fullScaleCurrent_A"]! * 1e6).toBeCloseTo(2.083, 3);
  });

  it("writes with 4 V in 50 ns, 35 aJ at the gate", () => {
    const { voltage_V, duration_s, energy_J } = characterAt(0.5).write!;
    expect([voltage_V, duration_s]).toEqual([4, 50e-9]);
    // 2.1717 aF * 16 V^2.
    expect(energy_J * 1e18).toBeCloseTo(34.7, 1);
  });
});

it("spreads by 3 % of the largest conductance at every target", () => {
  for (const target_S of [0.05e-6, 4e-6])
    expect(fefetMemristor.programmingSpread_S(defaults, operating, target_S) * 1e6).toBeCloseTo(0.125, 12);
});

it.each([
  [0.5, []],
  [0.6, [{ kind: "invalid", code: "voltage-above-read", amount: expect.closeTo(0.2, 10) as number }]],
])("at %d V: %j", (inputVoltage_V, violations) => {
  expect(characterAt(inputVoltage_V).violations).toMatchObject(violations);
  expect(characterAt(inputVoltage_V).violations).toHaveLength(violations.length);
});
