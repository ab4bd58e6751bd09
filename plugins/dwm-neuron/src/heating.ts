import type { Operation } from "./operation.ts";
import type { DwmDesign } from "./parameters.ts";

/**
 * Thermal resistance of the strip on what lies under it: an isothermal disc of its area on a half-space, 1 / (4 kappa a)
 * (Carslaw and Jaeger, "Conduction of Heat in Solids", 2nd ed., 1959). The fixed domains and the metal above
 * also carry heat away: an upper bound.
 */
export function thermalResistance_K_W(
  design: Pick<DwmDesign, "length_m" | "width_m" | "substrateConductivity_W_m_K">,
): number {
  const radius_m = Math.sqrt((design.length_m * design.width_m) / Math.PI);
  return 1 / (4 * design.substrateConductivity_W_m_K * radius_m);
}

/** Steady temperature rise of the strip under the stronger of the write and the reset current; contacts heat elsewhere. */
export function temperatureRise_K(design: DwmDesign, { path }: Pick<Operation, "path">): number {
  const current_A =
    design.memory === "reset" ? Math.max(design.switchingCurrent_A, design.resetCurrent_A) : design.switchingCurrent_A;
  const power_W = current_A ** 2 * (path.resistance_ohm - design.contactResistance_ohm);
  return power_W * thermalResistance_K_W(design);
}
