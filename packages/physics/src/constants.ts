/**
 * Physical constants in SI units, after CODATA 2022 (Mohr, Newell, Taylor, Tiesinga, Rev. Mod. Phys. 97, 025002, 2025).
 * The unit stands in the name: `boltzmann_J_K` is in J/K.
 */

/** Boltzmann constant k, exact. */
export const boltzmann_J_K = 1.380649e-23;

/** Elementary charge e, exact. */
export const elementaryCharge_C = 1.602176634e-19;

/** Reduced Planck constant ħ = h/2π, exact to the digits of a double. */
export const reducedPlanck_J_s = 1.054571817646156e-34;

/** Bohr magneton µB. */
export const bohrMagneton_J_T = 9.2740100657e-24;

/** Vacuum magnetic permeability µ0. */
export const vacuumPermeability_T_m_A = 1.25663706127e-6;

/** Vacuum electric permittivity ε0. */
export const vacuumPermittivity_F_m = 8.8541878188e-12;

/** Magnitude of the electron gyromagnetic ratio γ, for precession in a flux density B. */
export const gyromagneticRatio_rad_s_T = 1.76085962784e11;

/** µ0γ, the gyromagnetic ratio for precession in a magnetic field H: the prefactor of the Landau-Lifshitz-Gilbert equation. */
export const fieldGyromagneticRatio_m_A_s = vacuumPermeability_T_m_A * gyromagneticRatio_rad_s_T;
