import { defaultsOf } from "@neurofront/core";
import { poleLeavingSpinCurrent_A } from "@neurofront/physics";
import { expect, it } from "vitest";
import { equatorResistance_ohm, junctionPolarisation, scalesOf } from "../src/device.ts";
import { parameters } from "../src/parameters.ts";
import { relativeError } from "./relative-error.ts";

const design = defaultsOf(parameters);
/** The magnet of the textbook numbers: 20 kT, damping 0.01, 1.2e-24 m^3. */
const textbook = {
  ...design,
  damping: 0.01,
  magnetLength_m: 60e-9,
  magnetWidth_m: 20e-9,
  presetOverdrive: 60,
};

it.each([
  // Printed with four digits.
  ["critical spin current 4 e alpha E_b / hbar", scalesOf(textbook).switchingSpinCurrent_A, 5.034e-6, 2e-4],
  ["pole-leaving spin current 2 e E_b / hbar", poleLeavingSpinCurrent_A(design.energyBarrier_J), 251.7e-6, 2e-4],
  ["preset spin current", scalesOf(textbook).presetSpinCurrent_A, 302e-6, 1e-3],
  ["relaxation time", scalesOf(textbook).relaxation_s, 3.291e-9, 1e-3],
  ["critical spin current, default damping", scalesOf(design).switchingSpinCurrent_A, 6.142e-6, 2e-4],
  // sqrt(1.2 / 3.2); 2 * 4e-12 / 2.025e-15 * 2.2 / 3.2.
  ["polarisation", junctionPolarisation(1.2), 0.61237, 1e-5],
  ["junction at the equator", equatorResistance_ohm(design), 2716.0, 1e-4],
])("%s", (_name, found, expected, tolerance) => {
  expect(relativeError(found, expected)).toBeLessThan(tolerance);
});

it("a junction of half-metals is fully polarised, one without magnetoresistance not at all", () => {
  expect(junctionPolarisation(1e9)).toBeCloseTo(1, 8);
  expect(junctionPolarisation(0)).toBe(0);
});
