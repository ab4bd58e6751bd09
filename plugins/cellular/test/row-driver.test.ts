import { defaultsOf } from "@neurofront/core";
import { expect, it } from "vitest";
import { cellularParameters } from "../src/parameters.ts";
import { rowDriver } from "../src/row-driver.ts";

it("gets as wide as its resistance asks for", () => {
  const design = { ...defaultsOf(cellularParameters), driverResistance_ohm: 466 };
  const driver = rowDriver(design);
  // 233 ohm um at 1 V.
  expect(driver.switchWidth_m).toBeCloseTo(0.5e-6, 12);
  // 1.25 fC/um and 0.1 A/m.
  expect(driver.gateCharge_C).toBeCloseTo(0.625e-15, 21);
  expect(driver.offCurrent_A).toBeCloseTo(50e-9, 15);
  expect(rowDriver({ ...design, driverTransistor: "lstp" }).switchWidth_m).toBeCloseTo(1.25e-6, 12);
});
