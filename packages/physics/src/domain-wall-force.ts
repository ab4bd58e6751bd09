import { boltzmann_J_K, fieldGyromagneticRatio_m_A_s, vacuumPermeability_T_m_A } from "./constants.ts";
import type { DomainWall } from "./domain-wall-material.ts";
import type { DomainWallDrive } from "./domain-wall-motion.ts";

/**
 * A wall as a particle: force, mass, friction, diffusivity. The wall angle follows the position where it stays below about
 * 20 degrees, and m q'' + Gamma q' = F. Source: Thiaville et al., EPL 100, 57002 (2012), linearised in the angle.
 */

type Moment = Pick<DomainWall, "saturationMagnetisation_A_m" | "width_m" | "thickness_m">;

/** Force on the wall per easy-axis field, S = 2 mu0 Ms w t, in N per A/m. */
export function domainWallForcePerField_N_m_A(wall: Moment): number {
  return 2 * vacuumPermeability_T_m_A * wall.saturationMagnetisation_A_m * wall.width_m * wall.thickness_m;
}

/**
 * Force of a current on the wall, S ((pi/2) H_SH + beta u / (mu0 gamma Delta)): spin Hall effect on a Neel wall and
 * non-adiabatic spin-transfer torque. It is proportional to the current.
 */
export function domainWallForce_N(wall: DomainWall, drive: DomainWallDrive): number {
  const nonAdiabatic_A_m =
    (wall.nonAdiabaticity * drive.drift_m_s) / (fieldGyromagneticRatio_m_A_s * wall.wallParameter_m);
  return domainWallForcePerField_N_m_A(wall) * ((Math.PI / 2) * drive.spinHallField_A_m + nonAdiabatic_A_m);
}

/** Viscous friction of the wall, Gamma = S alpha / (mu0 gamma Delta), in kg/s. */
export function domainWallFriction_kg_s(wall: Moment & Pick<DomainWall, "damping" | "wallParameter_m">): number {
  return (domainWallForcePerField_N_m_A(wall) * wall.damping) / (fieldGyromagneticRatio_m_A_s * wall.wallParameter_m);
}

/** Diffusivity of a free wall, kT / Gamma (Einstein). */
export function domainWallDiffusivity_m2_s(
  wall: Moment & Pick<DomainWall, "damping" | "wallParameter_m">,
  temperature_K: number,
): number {
  return (boltzmann_J_K * temperature_K) / domainWallFriction_kg_s(wall);
}

/**
 * Mass of the wall, S / ((mu0 gamma)^2 Delta ((pi/2) H_D - H_K)) (Doering): what its angle stores. Infinite for a wall
 * whose angle nothing holds.
 */
export function domainWallMass_kg(wall: DomainWall): number {
  const stiffness_A_m = (Math.PI / 2) * wall.dmiField_A_m - wall.shapeField_A_m;
  if (stiffness_A_m <= 0) return Infinity;
  return (
    domainWallForcePerField_N_m_A(wall) / (fieldGyromagneticRatio_m_A_s ** 2 * wall.wallParameter_m * stiffness_A_m)
  );
}
