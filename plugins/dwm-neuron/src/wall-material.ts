import {
  boltzmann_J_K,
  demagnetisingFactors,
  elementaryCharge_C,
  fieldGyromagneticRatio_m_A_s,
  reducedPlanck_J_s,
  bohrMagneton_J_T,
  vacuumPermeability_T_m_A,
} from "@neurofront/physics";
import type { DwmDesign } from "./parameters.ts";

/** The design parameters that make the wall what it is. */
export type WallDesign = Pick<
  DwmDesign,
  | "width_m"
  | "thickness_m"
  | "saturationMagnetisation_A_m"
  | "exchangeStiffness_J_m"
  | "uniaxialAnisotropy_J_m3"
  | "interfacialDmi_J_m"
  | "damping"
  | "nonAdiabaticity"
  | "polarisation"
>;

/** Length of the prism whose demagnetising factors stand for the strip, fixed domains included. */
const stripLength_m = 1e-6;

/** Shape anisotropy of the strip, mu0 Ms^2 (N_z - N_y) / 2: what the uniaxial anisotropy must exceed. */
export function shapeAnisotropy_J_m3(design: WallDesign): number {
  const strip = demagnetisingFactors({ x_m: stripLength_m, y_m: design.width_m, z_m: design.thickness_m });
  return 0.5 * vacuumPermeability_T_m_A * design.saturationMagnetisation_A_m ** 2 * (strip.z - strip.y);
}

/**
 * Effective perpendicular anisotropy K_u - mu0 Ms^2 (N_z - N_y) / 2 with the factors of the strip, not of a film: where
 * K_u barely exceeds the film's demagnetising energy the film formula makes the wall 1.5 to 2.3 times too fast.
 */
export function effectiveAnisotropy_J_m3(design: WallDesign): number {
  return design.uniaxialAnisotropy_J_m3 - shapeAnisotropy_J_m3(design);
}

/** Wall parameter Delta = sqrt(A / K_eff) of a Bloch or Neel wall; the wall is about pi Delta wide. Needs K_eff > 0. */
export function wallParameter_m(exchangeStiffness_J_m: number, anisotropy_J_m3: number): number {
  return Math.sqrt(exchangeStiffness_J_m / anisotropy_J_m3);
}

/** A wall in a strip: what the equations of motion need. */
export interface Wall {
  readonly width_m: number;
  readonly thickness_m: number;
  readonly saturationMagnetisation_A_m: number;
  readonly damping: number;
  readonly nonAdiabaticity: number;
  readonly polarisation: number;
  readonly effectiveAnisotropy_J_m3: number;
  /** Delta. */
  readonly wallParameter_m: number;
  /** H_K = Ms (n_x - n_y) with the factors of a prism pi Delta x w x t; > 0 favours a Bloch wall. */
  readonly shapeField_A_m: number;
  readonly dmi_J_m2: number;
  /** H_D = D / (mu0 Ms Delta); favours a Neel wall. */
  readonly dmiField_A_m: number;
  /** D_c = 4 sqrt(A K_eff) / pi; from there on the film is not uniform. */
  readonly criticalDmi_J_m2: number;
}

/**
 * The wall of a design whose effective anisotropy is positive.
 *
 * Sources: Thiaville et al., EPL 100, 57002 (2012); Martinez et al., Appl. Phys. Lett. 103, 072406 (2013).
 */
export function wallOf(design: WallDesign): Wall {
  const { width_m, thickness_m, saturationMagnetisation_A_m, exchangeStiffness_J_m } = design;
  const anisotropy_J_m3 = effectiveAnisotropy_J_m3(design);
  const delta_m = wallParameter_m(exchangeStiffness_J_m, anisotropy_J_m3);
  const prism = demagnetisingFactors({ x_m: Math.PI * delta_m, y_m: width_m, z_m: thickness_m });
  const dmi_J_m2 = design.interfacialDmi_J_m / thickness_m;
  return {
    width_m,
    thickness_m,
    saturationMagnetisation_A_m,
    damping: design.damping,
    nonAdiabaticity: design.nonAdiabaticity,
    polarisation: design.polarisation,
    effectiveAnisotropy_J_m3: anisotropy_J_m3,
    wallParameter_m: delta_m,
    shapeField_A_m: saturationMagnetisation_A_m * (prism.x - prism.y),
    dmi_J_m2,
    dmiField_A_m: dmi_J_m2 / (vacuumPermeability_T_m_A * saturationMagnetisation_A_m * delta_m),
    criticalDmi_J_m2: (4 * Math.sqrt(exchangeStiffness_J_m * anisotropy_J_m3)) / Math.PI,
  };
}

/** Adiabatic spin drift velocity u = P muB J / (e Ms) of a current density in the magnet. */
export function spinDrift_m_s(wall: Wall, magnetDensity_A_m2: number): number {
  return (
    (wall.polarisation * bohrMagneton_J_T * magnetDensity_A_m2) /
    (elementaryCharge_C * wall.saturationMagnetisation_A_m)
  );
}

/** Damping-like spin Hall field H_SH = hbar theta J / (2 mu0 e Ms t) of a current density in the heavy metal. */
export function spinHallField_A_m(wall: Wall, spinHallAngle: number, heavyMetalDensity_A_m2: number): number {
  return (
    (reducedPlanck_J_s * spinHallAngle * heavyMetalDensity_A_m2) /
    (2 * vacuumPermeability_T_m_A * elementaryCharge_C * wall.saturationMagnetisation_A_m * wall.thickness_m)
  );
}

/** Viscous friction of the wall, Gamma = 2 mu0 Ms w t alpha / (mu0 gamma Delta), in kg/s. */
export function friction_kg_s(wall: Wall): number {
  return (
    (2 * vacuumPermeability_T_m_A * wall.saturationMagnetisation_A_m * wall.width_m * wall.thickness_m * wall.damping) /
    (fieldGyromagneticRatio_m_A_s * wall.wallParameter_m)
  );
}

/** Diffusivity of a free wall, kT / Gamma (Einstein). */
export function diffusivity_m2_s(wall: Wall, temperature_K: number): number {
  return (boltzmann_J_K * temperature_K) / friction_kg_s(wall);
}
