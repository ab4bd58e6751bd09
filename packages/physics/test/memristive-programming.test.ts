import { expect, it } from "vitest";
import { programmingOf } from "../src/memristive-programming.ts";
import { constantRate, range, withThreshold } from "./example-memristors.ts";

it("writes from end to end at the write voltages, and disturbs at half of them for as long", () => {
  const found = programmingOf(constantRate, range, { voltage_V: 0.1, duration_s: 1e-9 });
  expect(found.set.voltage_V).toBe(2);
  expect(found.set.transit!.duration_s).toBeCloseTo(0.4, 12);
  expect(found.reset.transit!.duration_s).toBeCloseTo(0.4, 12);
  // Half the voltage moves this device half as far.
  expect(found.halfSelect.stateChange).toBeCloseTo(0.5, 6);
  expect(found.read.stateChange / (1e-10 / 0.8)).toBeCloseTo(1, 9);
});

it("keeps a device with a threshold undisturbed", () => {
  const found = programmingOf(withThreshold, range, { voltage_V: 0.5, duration_s: 1e-9 });
  expect(found.set.transit!.duration_s).toBeCloseTo(0.8, 12);
  expect(found.read.stateChange).toBe(0);
  expect(found.halfSelect.stateChange).toBe(0);
});

it("has no transit below the threshold", () => {
  const found = programmingOf(withThreshold, { ...range, setVoltage_V: 0.9 }, { voltage_V: 0.5, duration_s: 1e-9 });
  expect(found.set.transit).toBeUndefined();
  expect(found.reset.transit!.duration_s).toBeCloseTo(0.8, 12);
});
