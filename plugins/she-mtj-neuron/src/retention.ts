import { boltzmann_J_K } from "@neurofront/physics";

/**
 * Rate at which heat turns the output over, without current: sqrt(s / pi) exp(-s) / tau_D, s = E_b / kT (Brown, Phys. Rev. 130,
 * 1677 (1963), high-barrier limit); 0 at 0 K.
 */
export function lossRate_Hz(energyBarrier_J: number, relaxation_s: number, temperature_K: number): number {
  if (temperature_K === 0) return 0;
  const reduced = energyBarrier_J / (boltzmann_J_K * temperature_K);
  return (Math.sqrt(reduced / Math.PI) * Math.exp(-reduced)) / relaxation_s;
}
