import { expect, it } from "vitest";
import { domainWallSteadySpeed_m_s } from "@neurofront/physics";
import { atDensity, deviceOf, relativeError } from "./device.ts";
import { referencePoints } from "./reference-points.ts";

it.each(referencePoints)("$id: $what is $expected $unit", ({ found, expected, tolerance }) => {
  expect(relativeError(found(), expected)).toBeLessThan(tolerance);
});

it("below intrinsic pinning a wall with beta = 0 does not move, nor below depinning a pinned one", () => {
  const { wall, drive } = atDensity(deviceOf("A"), 2.95e10);
  // 0.715 kT at 300 K, 60 nm: a critical density of 3e10 A/m^2.
  expect(domainWallSteadySpeed_m_s(wall, drive, { barrier_J: 0.715 * 4.1419e-21, period_m: 60e-9 })).toBe(0);
  const bloch = { ...wall, nonAdiabaticity: 0, dmiField_A_m: 0, shapeField_A_m: 2e4, damping: 0.02 };
  expect(Math.abs(domainWallSteadySpeed_m_s(bloch, { drift_m_s: 5, spinHallField_A_m: 0 }))).toBeLessThan(1e-3);
});
