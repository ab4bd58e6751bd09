import { stripSection_m2 } from "./heavy-metal-strip.ts";
import type { SheMtjDesign } from "./parameters.ts";

/** Heat capacity per volume of the strip; metals hold 2.4 to 2.9 MJ/(m^3 K). */
const stripCapacity_J_m3_K = 2.5e6;
/** Silicon dioxide below the strip: conductivity 1.4 W/(m K), heat capacity 1.6 MJ/(m^3 K), handbook values. */
const oxideConductivity_W_m_K = 1.4;
const oxideCapacity_J_m3_K = 1.6e6;

/**
 * Temperature rise of the strip at the end of a preset, an upper bound: the smaller of the adiabatic rise J^2 rho t / c and that
 * of the surface of a half-space of oxide, 2 q sqrt(t / (pi k c)) with q = J^2 rho thickness (Carslaw, Jaeger, Conduction of Heat
 * in Solids (1959), section 2.9). Each leaves out the other's heat sink, both the contacts and the layers above.
 */
export function presetHeating_K(design: SheMtjDesign, current_A: number): number {
  const density_A_m2 = current_A / stripSection_m2(design);
  const power_W_m3 = density_A_m2 ** 2 * design.heavyMetalResistivity_ohm_m;
  const adiabatic_K = (power_W_m3 * design.presetDuration_s) / stripCapacity_J_m3_K;
  const flux_W_m2 = power_W_m3 * design.heavyMetalThickness_m;
  const conducted_K =
    2 * flux_W_m2 * Math.sqrt(design.presetDuration_s / (Math.PI * oxideConductivity_W_m_K * oxideCapacity_J_m3_K));
  return Math.min(adiabatic_K, conducted_K);
}
