import { boltzmann_J_K, vacuumPermeability_T_m_A } from "../src/constants.ts";
import type { Macrospin } from "../src/macrospin.ts";

const volume_m3 = 60e-9 * 20e-9 * 1e-9;
const saturationMagnetisation_A_m = 8e5;

/** H_k = 2 E_b / (mu0 Ms V). */
function anisotropyOf(barrier_kT: number): number {
  return (2 * barrier_kT * boltzmann_J_K * 300) / (vacuumPermeability_T_m_A * saturationMagnetisation_A_m * volume_m3);
}

/** 60 x 20 x 1 nm^3 of 8e5 A/m with easy axis z. */
export function perpendicularMagnet(barrier_kT = 20, damping = 0.01): Macrospin {
  return {
    saturationMagnetisation_A_m,
    volume_m3,
    damping,
    anisotropyField_A_m: [0, 0, anisotropyOf(barrier_kT)],
  };
}

/** The same with easy axis x and a demagnetising field of 6.5e5 A/m along z. */
export function inPlaneMagnet(barrier_kT = 20, damping = 0.01): Macrospin {
  return { ...perpendicularMagnet(barrier_kT, damping), anisotropyField_A_m: [anisotropyOf(barrier_kT), 0, -6.5e5] };
}
