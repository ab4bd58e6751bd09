import {
  boltzmann_J_K,
  elementaryCharge_C,
  fieldGyromagneticRatio_m_A_s,
  reducedPlanck_J_s,
  vacuumPermeability_T_m_A,
} from "./constants.ts";
import { demagnetisingFactors } from "./demagnetisation.ts";

/**
 * A free magnet as a single domain with a perpendicular easy axis: energy barrier times sin^2 of the tilt.
 * Sun, Phys. Rev. B 62, 570 (2000); Brown, Phys. Rev. 130, 1677 (1963).
 */
export interface PerpendicularMagnet {
  readonly energyBarrier_J: number;
  readonly damping: number;
  readonly saturationMagnetisation_A_m: number;
  readonly volume_m3: number;
}

/** Spin current along the easy axis that makes a pole unstable: I_c = (4 e / hbar) alpha E_b. */
export function switchingSpinCurrent_A({ damping, energyBarrier_J }: PerpendicularMagnet): number {
  return 2 * damping * poleLeavingSpinCurrent_A(energyBarrier_J);
}

/**
 * Spin current across the easy axis above which no tilted rest position is left near a pole: 2 e E_b / hbar = I_c / (2 alpha).
 * Without damping the torque then exceeds the precession torque of the anisotropy at every tilt.
 */
export function poleLeavingSpinCurrent_A(energyBarrier_J: number): number {
  return (2 * elementaryCharge_C * energyBarrier_J) / reducedPlanck_J_s;
}

/** Anisotropy field H_k = 2 E_b / (mu0 Ms V). */
export function anisotropyField_A_m(magnet: PerpendicularMagnet): number {
  return (
    (2 * magnet.energyBarrier_J) / (vacuumPermeability_T_m_A * magnet.saturationMagnetisation_A_m * magnet.volume_m3)
  );
}

/** Time in which a small tilt off the equator grows by e: tau_D = (1 + alpha^2) / (alpha gamma0 H_k). */
export function relaxationTime_s(magnet: PerpendicularMagnet): number {
  const { damping } = magnet;
  return (1 + damping ** 2) / (damping * fieldGyromagneticRatio_m_A_s * anisotropyField_A_m(magnet));
}

/** Thermal variance scale k T / (2 E_b) of m_z: the noise that a small tilt off the equator collects in tau_D / 2. */
export function thermalVariance(energyBarrier_J: number, temperature_K: number): number {
  return (boltzmann_J_K * temperature_K) / (2 * energyBarrier_J);
}

/** What the shape of a prism does to the anisotropy of a magnet. */
export interface ShapeAnisotropy {
  /** Interface anisotropy per area that the barrier needs on top of the demagnetising energy of the film. */
  readonly interfaceAnisotropy_J_m2: number;
  /** Energy difference of the two in-plane directions over the barrier; 0 for a square. */
  readonly inPlaneRatio: number;
}

/**
 * Shape anisotropy of the prism length x width x thickness against the barrier it is meant to have:
 * K_i = thickness (E_b / V + mu0 Ms^2 (N_z - N_least) / 2), N the demagnetising factors (Aharoni, J. Appl. Phys. 83, 3432 (1998)).
 */
export function shapeAnisotropy(
  magnet: PerpendicularMagnet,
  size: { readonly length_m: number; readonly width_m: number; readonly thickness_m: number },
): ShapeAnisotropy {
  const factors = demagnetisingFactors({ x_m: size.length_m, y_m: size.width_m, z_m: size.thickness_m });
  const density_J_m3 = (vacuumPermeability_T_m_A * magnet.saturationMagnetisation_A_m ** 2) / 2;
  const barrier_J_m3 = magnet.energyBarrier_J / magnet.volume_m3;
  return {
    interfaceAnisotropy_J_m2:
      size.thickness_m * (barrier_J_m3 + density_J_m3 * (factors.z - Math.min(factors.x, factors.y))),
    inPlaneRatio: (density_J_m3 * Math.abs(factors.x - factors.y)) / barrier_J_m3,
  };
}
