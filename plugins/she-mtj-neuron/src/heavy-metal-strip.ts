import { sech } from "@neurofront/physics";
import type { SheMtjDesign } from "./parameters.ts";

/**
 * The heavy-metal strip: how much of its charge current becomes spin current in the free magnet, and what it resists.
 * Liu et al., Science 336, 555 (2012); Liu, Moriyama, Ralph, Buhrman, Phys. Rev. Lett. 106, 036601 (2011).
 */
export type StripDesign = Pick<
  SheMtjDesign,
  | "spinHallAngle"
  | "heavyMetalResistivity_ohm_m"
  | "heavyMetalThickness_m"
  | "spinDiffusionLength_m"
  | "stripWidth_m"
  | "stripLength_m"
  | "magnetLength_m"
  | "magnetWidth_m"
  | "magnetThickness_m"
  | "magnetResistivity_ohm_m"
>;

/** Spin Hall angle of a strip of finite thickness, theta (1 - sech(t / lambda)): spin that flows back from its lower face is lost. */
export function effectiveSpinHallAngle({
  spinHallAngle,
  heavyMetalThickness_m,
  spinDiffusionLength_m,
}: Pick<StripDesign, "spinHallAngle" | "heavyMetalThickness_m" | "spinDiffusionLength_m">): number {
  return spinHallAngle * (1 - sech(heavyMetalThickness_m / spinDiffusionLength_m));
}

/** Cross-section of the strip. */
export function stripSection_m2({ stripWidth_m, heavyMetalThickness_m }: StripDesign): number {
  return stripWidth_m * heavyMetalThickness_m;
}

/** Conductance times length of the strip, and of the magnet that lies on it in parallel. */
function conductances_S_m(design: StripDesign): { readonly strip: number; readonly magnet: number } {
  return {
    strip: stripSection_m2(design) / design.heavyMetalResistivity_ohm_m,
    magnet: (design.magnetWidth_m * design.magnetThickness_m) / design.magnetResistivity_ohm_m,
  };
}

/** Part of the current that stays in the heavy metal below the magnet; the rest is shunted through the magnet. */
export function heavyMetalShare(design: StripDesign): number {
  const { strip, magnet } = conductances_S_m(design);
  return strip / (strip + magnet);
}

/**
 * Spin current into the magnet per charge current along the strip: theta_eff times the part of the current in the heavy metal
 * times area of the magnet over cross-section of the strip. It may exceed 1: every electron gives spin several times on its way.
 */
export function spinPerCharge(design: StripDesign): number {
  const magnet_m2 = design.magnetLength_m * design.magnetWidth_m;
  return (effectiveSpinHallAngle(design) * heavyMetalShare(design) * magnet_m2) / stripSection_m2(design);
}

/** Resistance of the strip from contact to contact, with the magnet in parallel to the part below it. */
export function stripResistance_ohm(design: StripDesign): number {
  const { strip, magnet } = conductances_S_m(design);
  return (design.stripLength_m - design.magnetLength_m) / strip + design.magnetLength_m / (strip + magnet);
}
