import { defaultsOf } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { ftjMemristor } from "../src/model.ts";
import { tunnelNonlinearity } from "../src/tunnel-current.ts";

const defaults = defaultsOf(ftjMemristor.parameters);
const operating = { inputVoltage_V: 0.1, temperature_K: 300 };

describe("the current law with V0 = 0.25 V", () => {
  // Half a unit of the last printed digit.
  it.each([
    [0.01, 1.00027, 5e-6],
    [0.1, 1.027, 5e-4],
    [0.5, 1.813, 5e-4],
  ])("at %d V is %d times Ohm's", (voltage_V, expected, tolerance) => {
    expect(Math.abs(tunnelNonlinearity(voltage_V, 0.25) - expected)).toBeLessThan(tolerance);
    const current_A = ftjMemristor.current_A(defaults, 1e-6, voltage_V);
    expect(current_A).toBeCloseTo(1e-6 * voltage_V * tunnelNonlinearity(voltage_V, 0.25), 18);
  });
});

it("spreads by 3.6 % write to write and 3.2 % device to device, 4.8 % together", () => {
  const spread_S = ftjMemristor.programmingSpread_S(defaults, operating, 0.5e-6);
  expect(spread_S / 0.5e-6).toBeCloseTo(0.0482, 4);
});

it("has an on/off ratio of 100, which leaves 96 % of the resolution", () => {
  expect(ftjMemristor.characterize(defaults, operating)).toMatchObject({
    conductanceMin_S: expect.closeTo(1e-8, 14) as number,
    conductanceMax_S: 1e-6,
    quantities: { onOffResolution: expect.closeTo(0.961, 3) as number },
    violations: [],
  });
});

it("is invalid above the voltage of its law", () => {
  expect(ftjMemristor.characterize(defaults, { ...operating, inputVoltage_V: 0.6 })).toMatchObject({
    violations: [{ kind: "invalid", code: "voltage-above-law", amount: expect.closeTo(0.2, 10) as number }],
  });
});
