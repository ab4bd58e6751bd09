import type { LsvDesign } from "./parameters.ts";

/** Cross-section of the channel. */
export function channelSection_m2({ channelWidth_m, channelThickness_m }: LsvDesign): number {
  return channelWidth_m * channelThickness_m;
}

/** Cross-section of a ground lead. */
export function groundLeadSection_m2({ channelWidth_m, groundLeadThickness_m }: LsvDesign): number {
  return channelWidth_m * groundLeadThickness_m;
}

/** Contact of the injector: its length along the channel times the width of the channel. */
export function injectorArea_m2({ injectorLength_m, channelWidth_m }: LsvDesign): number {
  return injectorLength_m * channelWidth_m;
}

/**
 * Resistance that a charge current meets from the top of a fixed magnet to the ground lead: the magnet's bulk, its interface
 * and the lead, in series.
 */
export function fixedMagnetPath_ohm(design: LsvDesign, contactArea_m2: number): number {
  const magnet_ohm_m2 =
    design.magnetResistivity_ohm_m * design.injectorThickness_m + design.contactResistanceArea_ohm_m2;
  const lead_ohm = (design.groundLeadResistivity_ohm_m * design.groundLeadLength_m) / groundLeadSection_m2(design);
  return magnet_ohm_m2 / contactArea_m2 + lead_ohm;
}

/** Resistance of the tunnel barrier below the injector; 0 without one. */
export function tunnelBarrier_ohm(design: LsvDesign): number {
  return design.tunnelResistanceArea_ohm_m2 / injectorArea_m2(design);
}

/** The preset supply drives its charge current through a clocked transistor and the preset magnet to ground. */
export interface PresetDrive {
  readonly current_A: number;
  /** Of the magnet and the lead. */
  readonly path_ohm: number;
  /** What is left for the transistor; <= 0 when the supply cannot drive the current through the path alone. */
  readonly switch_ohm: number;
  /** Width that gives the transistor this resistance; meaningless when `switch_ohm` <= 0. */
  readonly switchWidth_m: number;
}

/** Size the preset switch for a preset spin current. */
export function presetDrive(design: LsvDesign, presetSpinCurrent_A: number): PresetDrive {
  const current_A = presetSpinCurrent_A / design.presetEfficiency;
  const path_ohm = fixedMagnetPath_ohm(design, design.presetContactArea_m2);
  const switch_ohm = design.presetVoltage_V / current_A - path_ohm;
  return { current_A, path_ohm, switch_ohm, switchWidth_m: design.switchResistanceWidth_ohm_m / switch_ohm };
}
