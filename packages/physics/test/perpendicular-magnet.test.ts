import { boltzmann_J_K, elementaryCharge_C } from "../src/constants.ts";
import { describe, expect, it } from "vitest";
import { spinCount } from "../src/macrospin.ts";
import {
  anisotropyField_A_m,
  poleLeavingSpinCurrent_A,
  relaxationTime_s,
  shapeAnisotropy,
  switchingSpinCurrent_A,
  thermalVariance,
} from "../src/perpendicular-magnet.ts";

const barrier_J = 20 * boltzmann_J_K * 300;
const magnet = { energyBarrier_J: barrier_J, damping: 0.01, saturationMagnetisation_A_m: 8e5, volume_m3: 1.2e-24 };

describe("magnet of 60 x 20 x 1 nm^3 with 20 kT", () => {
  it.each([
    // 0.2 %: the reference is printed with four digits.
    ["switching spin current", switchingSpinCurrent_A(magnet), 5.034e-6, 2e-3],
    ["pole-leaving spin current", poleLeavingSpinCurrent_A(barrier_J), 251.7e-6, 2e-3],
    ["anisotropy field", anisotropyField_A_m(magnet), 1.3734e5, 1e-3],
    ["number of spins", spinCount(magnet), 1.0352e5, 1e-3],
    ["relaxation time", relaxationTime_s(magnet), 3.291e-9, 1e-3],
    ["thermal variance", thermalVariance(barrier_J, 300), 0.025, 1e-12],
  ])("%s", (_name, found, expected, tolerance) => {
    expect(Math.abs(found / expected - 1)).toBeLessThan(tolerance);
  });

  it("would have 5.3 kT from its shape alone", () => {
    const shape = shapeAnisotropy(magnet, { length_m: 60e-9, width_m: 20e-9, thickness_m: 1e-9 });
    // Printed with two digits.
    expect(Math.abs(shape.inPlaneRatio * 20 - 5.3)).toBeLessThan(0.05);
  });

  it("is uniaxial as a square", () => {
    const shape = shapeAnisotropy(magnet, { length_m: 34.641e-9, width_m: 34.641e-9, thickness_m: 1e-9 });
    expect(shape.inPlaneRatio).toBeLessThan(1e-9);
    expect(shape.interfaceAnisotropy_J_m2).toBeGreaterThan((1e-9 * barrier_J) / 1.2e-24);
  });

  it("balances damping and torque at the switching current, within the g factor of the electron", () => {
    // Torque rate I_c / (e N_s) against damping rate alpha gamma0 H_k; the spin current formula has g = 2, the free electron 2.0023.
    const rate_Hz = switchingSpinCurrent_A(magnet) / (elementaryCharge_C * spinCount(magnet));
    expect(rate_Hz * relaxationTime_s(magnet)).toBeCloseTo(1 + 0.01 ** 2, 2);
  });
});
