import { sech } from "@neurofront/physics";
import type { DwmDesign } from "./parameters.ts";

/** The design parameters of the write path. */
export type WritePathDesign = Pick<
  DwmDesign,
  | "length_m"
  | "width_m"
  | "thickness_m"
  | "spinHallAngle"
  | "sheAssist"
  | "writePath"
  | "paperResistivity_ohm_m"
  | "magnetResistivity_ohm_m"
  | "heavyMetalResistivity_ohm_m"
  | "heavyMetalThickness_m"
  | "spinDiffusionLength_m"
  | "contactResistance_ohm"
>;

/** How a write current flows. */
export interface WritePath {
  /** Current density in the magnet per ampere of write current. */
  readonly magnetDensity_A_m2_A: number;
  /** Current density in the heavy metal per ampere of write current. */
  readonly heavyMetalDensity_A_m2_A: number;
  /** Effective spin Hall angle; negative when the effect opposes the spin-transfer torque. */
  readonly spinHallAngle: number;
  readonly resistance_ohm: number;
}

/**
 * The write path between the fixed domains.
 *
 * `paper`: the whole current is counted in the magnet (spin-transfer torque) and once more, at the same density, in the heavy
 * metal (spin Hall effect); the strip has one resistivity. `physical`: the layers lie in parallel, and a heavy metal not much
 * thicker than its spin diffusion length delivers theta (1 - sech(t_H / lambda)) (Liu, Moriyama, Ralph, Buhrman,
 * Phys. Rev. Lett. 106, 036601 (2011)).
 */
export function writePathOf(design: WritePathDesign): WritePath {
  const { length_m, width_m, thickness_m, heavyMetalThickness_m, contactResistance_ohm } = design;
  const sign = design.sheAssist === "assist" ? 1 : -1;
  if (design.writePath === "paper") {
    const density_A_m2_A = 1 / (width_m * thickness_m);
    return {
      magnetDensity_A_m2_A: density_A_m2_A,
      heavyMetalDensity_A_m2_A: density_A_m2_A,
      spinHallAngle: sign * design.spinHallAngle,
      resistance_ohm: design.paperResistivity_ohm_m * length_m * density_A_m2_A + contactResistance_ohm,
    };
  }
  const magnet_S = thickness_m / design.magnetResistivity_ohm_m;
  const heavyMetal_S = heavyMetalThickness_m / design.heavyMetalResistivity_ohm_m;
  /** Electric field per ampere, V/(m A). */
  const field = 1 / (width_m * (magnet_S + heavyMetal_S));
  return {
    magnetDensity_A_m2_A: field / design.magnetResistivity_ohm_m,
    heavyMetalDensity_A_m2_A: field / design.heavyMetalResistivity_ohm_m,
    spinHallAngle: sign * design.spinHallAngle * (1 - sech(heavyMetalThickness_m / design.spinDiffusionLength_m)),
    resistance_ohm: field * length_m + contactResistance_ohm,
  };
}
