import type { DomainWallStrip } from "./domain-wall-material.ts";

/** How the material of a magnetic film changes with its temperature. */
export interface FilmTemperatureLaw {
  /** Where the material parameters of the film hold. */
  readonly referenceTemperature_K: number;
  readonly curieTemperature_K: number;
  /** Exchange stiffness goes as this power of the saturation magnetisation. */
  readonly exchangeExponent: number;
  /** Uniaxial anisotropy likewise. */
  readonly anisotropyExponent: number;
  /** Dzyaloshinskii-Moriya interaction likewise. */
  readonly dmiExponent: number;
}

/** Part of the Curie temperature up to which the laws are used: Bloch's has no critical region. */
export const LARGEST_CURIE_SHARE = 0.6;

/**
 * Saturation magnetisation over that at the reference temperature, (1 - (T / T_C)^(3/2)) / (1 - (T_ref / T_C)^(3/2)): Bloch's law
 * of spin waves (Z. Phys. 61, 206 (1930)), with its constant such that the magnetisation ends at the Curie temperature. 0 beyond.
 */
export function reducedMagnetisation(
  { referenceTemperature_K, curieTemperature_K }: FilmTemperatureLaw,
  temperature_K: number,
): number {
  const left = (at_K: number): number => 1 - (at_K / curieTemperature_K) ** 1.5;
  return Math.max(0, left(temperature_K)) / left(referenceTemperature_K);
}

/**
 * The strip at a temperature. Anisotropy, exchange and Dzyaloshinskii-Moriya interaction fall with powers of the magnetisation:
 * for a single-ion uniaxial anisotropy the third (Callen, Callen, J. Phys. Chem. Solids 27, 1271 (1966)). Damping, polarisation and
 * non-adiabaticity stay.
 */
export function stripAtTemperature(
  strip: DomainWallStrip,
  law: FilmTemperatureLaw,
  temperature_K: number,
): DomainWallStrip {
  if (temperature_K === law.referenceTemperature_K) return strip;
  const reduced = reducedMagnetisation(law, temperature_K);
  return {
    width_m: strip.width_m,
    thickness_m: strip.thickness_m,
    saturationMagnetisation_A_m: strip.saturationMagnetisation_A_m * reduced,
    exchangeStiffness_J_m: strip.exchangeStiffness_J_m * reduced ** law.exchangeExponent,
    uniaxialAnisotropy_J_m3: strip.uniaxialAnisotropy_J_m3 * reduced ** law.anisotropyExponent,
    interfacialDmi_J_m: strip.interfacialDmi_J_m * reduced ** law.dmiExponent,
    damping: strip.damping,
    nonAdiabaticity: strip.nonAdiabaticity,
    polarisation: strip.polarisation,
  };
}
