import { domainWallOf } from "../src/domain-wall-material.ts";
import type { DomainWall, DomainWallStrip } from "../src/domain-wall-material.ts";
import { domainWallDrive } from "../src/domain-wall-motion.ts";
import type { DomainWallDrive } from "../src/domain-wall-motion.ts";

/** A strip with the spin Hall angle of its heavy metal; negative opposes the spin-transfer torque. */
export interface Film extends DomainWallStrip {
  readonly spinHallAngle: number;
}

const width_m = 20e-9;
const paper: Film = {
  width_m,
  thickness_m: 2e-9,
  saturationMagnetisation_A_m: 6e5,
  exchangeStiffness_J_m: 1e-11,
  uniaxialAnisotropy_J_m3: 5.9e5,
  interfacialDmi_J_m: 2.4e-12,
  damping: 0.07,
  nonAdiabaticity: 0.32,
  polarisation: 0.6,
  spinHallAngle: 0.2,
};

/**
 * A: the device of Sharad, Fan, Roy, J. Appl. Phys. 114, 234906 (2013); B: its sentence of 100 m/s at 1e7 A/cm^2; R1: W/CoFeB of
 * github.com/HayateF/Hayashi_Lab_programs; R2: Pt/CoFe of Emori et al., Nat. Mater. 12, 611 (2013).
 */
const films = {
  A: paper,
  B: { ...paper, damping: 0.0185, interfacialDmi_J_m: 3e-12 },
  R1: {
    ...paper,
    thickness_m: 1e-9,
    saturationMagnetisation_A_m: 1.1e6,
    exchangeStiffness_J_m: 1.5e-11,
    uniaxialAnisotropy_J_m3: 9.709e5,
    interfacialDmi_J_m: 3e-13,
    damping: 0.05,
    nonAdiabaticity: 0,
    polarisation: 0,
    spinHallAngle: 0.21,
  },
  R2: {
    ...paper,
    thickness_m: 0.6e-9,
    saturationMagnetisation_A_m: 7e5,
    uniaxialAnisotropy_J_m3: 4.8e5,
    interfacialDmi_J_m: 7.2e-13,
    damping: 0.3,
    nonAdiabaticity: 0,
    polarisation: 0,
    spinHallAngle: 0.07,
  },
} satisfies Record<string, Film>;

/** A film with changes. */
export function filmOf(name: keyof typeof films, changes: Partial<Film> = {}): Film {
  return { ...films[name], ...changes };
}

/** Wall and drive of a film at one current density in magnet and heavy metal. */
export function atDensity(film: Film, density_A_m2: number): { wall: DomainWall; drive: DomainWallDrive } {
  const wall = domainWallOf(film);
  return { wall, drive: domainWallDrive(wall, film.spinHallAngle, density_A_m2, density_A_m2) };
}

/** Wall and drive of a film at a current that flows at one density in both layers. */
export function atCurrent(film: Film, current_A: number): { wall: DomainWall; drive: DomainWallDrive } {
  return atDensity(film, current_A / (film.width_m * film.thickness_m));
}
