import { expect, it } from "vitest";
import { rowSwitch } from "../src/row-switch.ts";

it("gets as wide as its resistance asks for", () => {
  const driver = rowSwitch("hp", 1, 466);
  // 233 ohm um at 1 V.
  expect(driver.switchWidth_m).toBeCloseTo(0.5e-6, 12);
  expect(driver.resistance_ohm).toBeCloseTo(466, 9);
  // 1.25 fC/um and 0.1 A/m.
  expect(driver.gateCharge_C).toBeCloseTo(0.625e-15, 21);
  expect(driver.offCurrent_A).toBeCloseTo(50e-9, 15);
  expect(rowSwitch("lstp", 1, 466).switchWidth_m).toBeCloseTo(1.25e-6, 12);
});

it("is no narrower than can be made, and conducts better then", () => {
  const driver = rowSwitch("hp", 1, 4660, 100e-9);
  expect(driver.switchWidth_m).toBe(100e-9);
  expect(driver.resistance_ohm).toBeCloseTo(2330, 9);
});
