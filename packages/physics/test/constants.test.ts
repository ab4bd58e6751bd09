import { expect, it } from "vitest";
import * as constants from "../src/constants.ts";

// Exact in the SI of 2019, therefore relations and not the digits are checked.
it("reproduces the flux quantum and Josephson constant", () => {
  const planck_J_s = 2 * Math.PI * constants.reducedPlanck_J_s;
  expect(planck_J_s).toBeCloseTo(6.62607015e-34, 48);
});

it.each([
  // The CODATA values carry 10 digits or more; products of them are good to 1e-9.
  ["µ0·ε0·c²", constants.vacuumPermeability_T_m_A * constants.vacuumPermittivity_F_m * 299792458 ** 2, 1, 1e-9],
  ["µ0/4πe-7", constants.vacuumPermeability_T_m_A / (4e-7 * Math.PI), 1, 1e-9],
  // γ = g·µB/ħ with the g-factor of the electron.
  [
    "γħ/µB",
    (constants.gyromagneticRatio_rad_s_T * constants.reducedPlanck_J_s) / constants.bohrMagneton_J_T,
    2.00231930436,
    1e-9,
  ],
  ["µ0γ", constants.fieldGyromagneticRatio_m_A_s, 2.21276e5, 1e-6],
  ["kT at 300 K", constants.boltzmann_J_K * 300, 4.1419e-21, 2e-5],
])("%s", (_name, value, expected, relativeTolerance) => {
  expect(Math.abs(value / expected - 1)).toBeLessThan(relativeTolerance);
});
