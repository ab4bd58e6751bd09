import { spinPerCharge, stripResistance_ohm } from "./heavy-metal-strip.ts";
import type { SheMtjDesign } from "./parameters.ts";

/**
 * The circuit that drives the preset: supply, switch, strip, switch to ground. A third switch of the same width grounds the
 * driven end during the evaluation, so that the decision current leaves by both ends alike.
 */
export interface PresetDrive {
  readonly current_A: number;
  readonly strip_ohm: number;
  /** What is left for each of the two switches in series; <= 0 when the supply cannot drive the current through the strip alone. */
  readonly switch_ohm: number;
  /** Width that gives a switch this resistance; meaningless when `switch_ohm` <= 0. */
  readonly switchWidth_m: number;
}

/** Size the preset switches for a preset spin current. */
export function presetDrive(design: SheMtjDesign, presetSpinCurrent_A: number): PresetDrive {
  const current_A = presetSpinCurrent_A / spinPerCharge(design);
  const strip_ohm = stripResistance_ohm(design);
  const switch_ohm = (design.presetVoltage_V / current_A - strip_ohm) / 2;
  return { current_A, strip_ohm, switch_ohm, switchWidth_m: design.switchResistanceWidth_ohm_m / switch_ohm };
}
