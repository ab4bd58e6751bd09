import { expect, it } from "vitest";
import { temperatureRise_K, thermalResistance_K_W } from "../src/heating.ts";
import { deviceOf, relativeError, workingOperation } from "./device.ts";

const device = deviceOf("A");

it("the default strip on oxide has 9.1 million K/W, an isothermal disc of 19.5 nm", () => {
  expect(relativeError(thermalResistance_K_W(device), 1 / (4 * 1.4 * 19.544e-9))).toBeLessThan(1e-4);
});

// I^2 R by hand, three digits.
it.each([
  ["2 uA in 60 ohm", {}, 2.193e-3],
  ["40 uA in 60 ohm", { switchingCurrent_A: 40e-6 }, 0.8771],
  ["2 uA in the bilayer", { writePath: "physical" }, 1.687e-2],
  ["a reset of 5 uA", { memory: "reset" }, 1.371e-2],
  ["2 uA in 60 ohm, whatever the contacts", { contactResistance_ohm: 500 }, 2.193e-3],
] as const)("%s heat by %s K", (_what, changes, expected_K) => {
  const other = { ...device, ...changes };
  expect(relativeError(temperatureRise_K(other, workingOperation(other)), expected_K)).toBeLessThan(2e-3);
});
