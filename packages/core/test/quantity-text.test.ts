import { expect, it } from "vitest";
import { quantityText, unitInName } from "../src/quantity-text.ts";

it.each([
  ["wallSpeed_m_s", "wallSpeed", "m/s"],
  ["magnetDensity_A_m2", "magnetDensity", "A/m^2"],
  ["resistanceArea_ohm_m2", "resistanceArea", "ohm m^2"],
  ["resistivity_ohm_m", "resistivity", "ohm m"],
  ["field_A_m", "field", "A/m"],
  ["product_J_s", "product", "J s"],
  ["area_m2", "area", "m^2"],
  ["angle_rad", "angle", "rad"],
  ["noise_V2", "noise", "V^2"],
  ["damping", "damping", "1"],
])("%s is %s in %s", (name, word, unit) => {
  expect(unitInName(name)).toEqual({ word, unit });
});

it("writes a number in the unit of its name", () => {
  expect([quantityText("length_m", 6e-8), quantityText("damping", 0.07)]).toEqual(["60 nm", "0.07"]);
});
