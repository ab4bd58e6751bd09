import { expect, it } from "vitest";
import { elementaryCharge_C, reducedPlanck_J_s } from "../src/constants.ts";
import {
  domainWallDiffusivity_m2_s,
  domainWallForcePerField_N_m_A,
  domainWallForce_N,
  domainWallFriction_kg_s,
  domainWallMass_kg,
} from "../src/domain-wall-force.ts";
import { domainWallMotion } from "../src/domain-wall-motion.ts";
import { atDensity, filmOf } from "./domain-wall-films.ts";
import { relativeError } from "./relative-error.ts";

const filmA = filmOf("A");
const { wall, drive } = atDensity(filmA, 1e7);
const quantum = (reducedPlanck_J_s * filmA.width_m) / elementaryCharge_C;
const spinHall = (quantum * Math.PI * filmA.spinHallAngle) / 2;
const nonAdiabatic = (quantum * filmA.polarisation * filmA.nonAdiabaticity * filmA.thickness_m) / wall.wallParameter_m;

// Computed independently (Python) for film A; the tolerances are the rounding of the printed digits.
it.each([
  ["friction", domainWallFriction_kg_s(wall), 3.905e-15, 2e-5],
  ["diffusivity at 300 K", domainWallDiffusivity_m2_s(wall, 300), 1.0607e-6, 5e-5],
  ["mass", domainWallMass_kg(wall), 5.104e-25, 2e-4],
  ["spin Hall force per current density", spinHall, 4.1357e-24, 1e-4],
  ["non-adiabatic force per current density", nonAdiabatic, 1.0345e-24, 1e-4],
  // gamma = 2 muB / hbar holds to 0.12 % for the electron, and only the non-adiabatic fifth sees it.
  ["force", domainWallForce_N(wall, drive), (4.1357e-24 + 1.0345e-24) * 1e7, 4e-4],
])("%s of film A", (_name, found, expected, tolerance) => {
  expect(relativeError(found, expected)).toBeLessThan(tolerance);
});

it("the force is the speed times the friction at small current", () => {
  expect(
    relativeError(
      domainWallMotion(wall, drive).speed_m_s * domainWallFriction_kg_s(wall),
      domainWallForce_N(wall, drive),
    ),
  ).toBeLessThan(1e-6);
});

it("mass over friction is the relaxation time without current", () => {
  const still = domainWallMotion(wall, { drift_m_s: 0, spinHallField_A_m: 0 });
  const found_s = (domainWallMass_kg(wall) * (1 + wall.damping ** 2)) / domainWallFriction_kg_s(wall);
  expect(relativeError(found_s, still.relaxation_s)).toBeLessThan(1e-12);
});

it("a wall whose angle nothing holds has no finite mass", () => {
  expect(domainWallMass_kg({ ...wall, dmiField_A_m: 0 })).toBe(Infinity);
});

it("the force per field is twice the moment of the cross-section", () => {
  // 2 mu0 Ms w t with mu0 = 4 pi 1e-7 to 1e-9.
  expect(relativeError(domainWallForcePerField_N_m_A(wall), 2 * 4e-7 * Math.PI * 6e5 * 40e-18)).toBeLessThan(1e-8);
});
