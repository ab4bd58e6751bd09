import { bohrMagneton_J_T, elementaryCharge_C, reducedPlanck_J_s, vacuumPermeability_T_m_A } from "./constants.ts";
import { demagnetisingFactors } from "./demagnetisation.ts";

/** A strip of a perpendicular film on a heavy metal: what makes a domain wall in it what it is. */
export interface DomainWallStrip {
  readonly width_m: number;
  readonly thickness_m: number;
  readonly saturationMagnetisation_A_m: number;
  readonly exchangeStiffness_J_m: number;
  /** Uniaxial perpendicular anisotropy, before the demagnetising energy is taken off. */
  readonly uniaxialAnisotropy_J_m3: number;
  /** Interfacial Dzyaloshinskii-Moriya interaction times thickness: an interface effect, D falls as 1 / thickness. */
  readonly interfacialDmi_J_m: number;
  /** Gilbert damping alpha. */
  readonly damping: number;
  /** Non-adiabaticity beta of the spin-transfer torque. */
  readonly nonAdiabaticity: number;
  /** Spin polarisation of the current in the magnet. */
  readonly polarisation: number;
}

/** Length of the prism whose demagnetising factors stand for the strip, fixed domains included. */
const stripLength_m = 1e-6;

/** Shape anisotropy of the strip, mu0 Ms^2 (N_z - N_y) / 2: what the uniaxial anisotropy must exceed. */
export function shapeAnisotropy_J_m3(
  strip: Pick<DomainWallStrip, "width_m" | "thickness_m" | "saturationMagnetisation_A_m">,
): number {
  const factors = demagnetisingFactors({ x_m: stripLength_m, y_m: strip.width_m, z_m: strip.thickness_m });
  return 0.5 * vacuumPermeability_T_m_A * strip.saturationMagnetisation_A_m ** 2 * (factors.z - factors.y);
}

/**
 * Effective perpendicular anisotropy K_u - mu0 Ms^2 (N_z - N_y) / 2 with the factors of the strip, not of a film: where
 * K_u barely exceeds the film's demagnetising energy the film formula makes the wall 1.5 to 2.3 times too fast.
 */
export function effectiveAnisotropy_J_m3(
  strip: Pick<DomainWallStrip, "width_m" | "thickness_m" | "saturationMagnetisation_A_m" | "uniaxialAnisotropy_J_m3">,
): number {
  return strip.uniaxialAnisotropy_J_m3 - shapeAnisotropy_J_m3(strip);
}

/** Wall parameter Delta = sqrt(A / K_eff) of a Bloch or Neel wall; the wall is about pi Delta wide. Needs K_eff > 0. */
export function wallParameter_m(exchangeStiffness_J_m: number, anisotropy_J_m3: number): number {
  return Math.sqrt(exchangeStiffness_J_m / anisotropy_J_m3);
}

/** A wall in a strip: what the equations of motion need. */
export interface DomainWall {
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
 * The wall of a strip whose effective anisotropy is positive.
 *
 * Sources: Thiaville et al., EPL 100, 57002 (2012); Martinez et al., Appl. Phys. Lett. 103, 072406 (2013).
 *
 * @param anisotropy_J_m3 effective, for who has it already
 */
export function domainWallOf(
  strip: DomainWallStrip,
  anisotropy_J_m3: number = effectiveAnisotropy_J_m3(strip),
): DomainWall {
  const { width_m, thickness_m, saturationMagnetisation_A_m, exchangeStiffness_J_m } = strip;
  const delta_m = wallParameter_m(exchangeStiffness_J_m, anisotropy_J_m3);
  const prism = demagnetisingFactors({ x_m: Math.PI * delta_m, y_m: width_m, z_m: thickness_m });
  const dmi_J_m2 = strip.interfacialDmi_J_m / thickness_m;
  return {
    width_m,
    thickness_m,
    saturationMagnetisation_A_m,
    damping: strip.damping,
    nonAdiabaticity: strip.nonAdiabaticity,
    polarisation: strip.polarisation,
    effectiveAnisotropy_J_m3: anisotropy_J_m3,
    wallParameter_m: delta_m,
    shapeField_A_m: saturationMagnetisation_A_m * (prism.x - prism.y),
    dmi_J_m2,
    dmiField_A_m: dmi_J_m2 / (vacuumPermeability_T_m_A * saturationMagnetisation_A_m * delta_m),
    criticalDmi_J_m2: (4 * Math.sqrt(exchangeStiffness_J_m * anisotropy_J_m3)) / Math.PI,
  };
}

/** Adiabatic spin drift velocity u = P muB J / (e Ms) of a current density in the magnet. */
export function spinDrift_m_s(
  wall: Pick<DomainWall, "polarisation" | "saturationMagnetisation_A_m">,
  magnetDensity_A_m2: number,
): number {
  return (
    (wall.polarisation * bohrMagneton_J_T * magnetDensity_A_m2) /
    (elementaryCharge_C * wall.saturationMagnetisation_A_m)
  );
}

/** Damping-like spin Hall field H_SH = hbar theta J / (2 mu0 e Ms t) of a current density in the heavy metal. */
export function spinHallField_A_m(
  wall: Pick<DomainWall, "saturationMagnetisation_A_m" | "thickness_m">,
  spinHallAngle: number,
  heavyMetalDensity_A_m2: number,
): number {
  return (
    (reducedPlanck_J_s * spinHallAngle * heavyMetalDensity_A_m2) /
    (2 * vacuumPermeability_T_m_A * elementaryCharge_C * wall.saturationMagnetisation_A_m * wall.thickness_m)
  );
}
