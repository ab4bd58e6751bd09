import { expect, it } from "vitest";
import { demagnetisingFactors } from "../src/demagnetisation.ts";
import {
  domainWallOf,
  effectiveAnisotropy_J_m3,
  shapeAnisotropy_J_m3,
  spinDrift_m_s,
  spinHallField_A_m,
} from "../src/domain-wall-material.ts";
import { domainWallMotion } from "../src/domain-wall-motion.ts";
import { atDensity, filmOf } from "./domain-wall-films.ts";
import { relativeError } from "./relative-error.ts";

const filmA = filmOf("A");
const wall = domainWallOf(filmA);

// Computed independently (Python) for film A; the tolerances are the rounding of the printed digits.
it.each([
  ["effective anisotropy", wall.effectiveAnisotropy_J_m3, 4.18804e5, 2e-6],
  ["wall parameter", wall.wallParameter_m, 4.88646e-9, 2e-6],
  ["shape field", wall.shapeField_A_m, 1.7697e4, 5e-5],
  ["DMI field", wall.dmiField_A_m, 3.25706e5, 2e-6],
  ["critical DMI", wall.criticalDmi_J_m2, 2.606e-3, 2e-4],
  ["drift at 5 MA/cm^2", spinDrift_m_s(wall, 5e10), 2.8942, 1e-3],
  ["spin Hall field at 5 MA/cm^2", spinHallField_A_m(wall, 0.2, 5e10), 2182.5, 1e-3],
  ["relaxation time without current", domainWallMotion(wall, atDensity(filmA, 0).drive).relaxation_s, 1.3135e-10, 2e-4],
])("%s of film A", (_name, found, expected, tolerance) => {
  expect(relativeError(found, expected)).toBeLessThan(tolerance);
});

it("the prisms of film A have the demagnetising factors computed independently", () => {
  const strip = demagnetisingFactors({ x_m: 1e-6, y_m: filmA.width_m, z_m: filmA.thickness_m });
  const inWall = demagnetisingFactors({
    x_m: Math.PI * wall.wallParameter_m,
    y_m: filmA.width_m,
    z_m: filmA.thickness_m,
  });
  // Five printed digits.
  for (const [found, expected] of [
    [strip.x, 0.00224],
    [strip.y, 0.12045],
    [strip.z, 0.87731],
    [inWall.x, 0.12201],
    [inWall.y, 0.09252],
    [inWall.z, 0.78547],
  ] as const)
    expect(Math.abs(found - expected)).toBeLessThan(6e-6);
});

it("the effective anisotropies of the literature sets are those of their sources", () => {
  expect(relativeError(effectiveAnisotropy_J_m3(filmOf("R1")), 3.2e5)).toBeLessThan(1e-3);
  expect(relativeError(effectiveAnisotropy_J_m3(filmOf("R2")), 2.0172e5)).toBeLessThan(1e-4);
});

it("the shape anisotropy tends to that of a film, mu0 Ms^2 / 2, as the strip gets flat", () => {
  const film = 0.5 * 4e-7 * Math.PI * 6e5 ** 2;
  const ratios = [10e-9, 20e-9, 50e-9, 100e-9].map(
    (width_m) => shapeAnisotropy_J_m3({ ...filmA, width_m, thickness_m: 0.5e-9 }) / film,
  );
  expect(ratios).toEqual(ratios.toSorted((a, b) => a - b));
  expect(ratios.at(-1)).toBeGreaterThan(0.96);
  expect(ratios.at(-1)).toBeLessThan(1);
});
