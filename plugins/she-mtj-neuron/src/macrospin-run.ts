import { demagnetisingFactors, elementaryCharge_C, fieldGyromagneticRatio_m_A_s, spinCount } from "@neurofront/physics";
import type { Macrospin, Vector } from "@neurofront/physics";
import { freeMagnetOf, scalesOf } from "./device.ts";
import type { SheMtjDesign } from "./parameters.ts";

/** Axis of the spin polarisation of the strip, across its current; the current runs along x. */
export const stripPolarisation: Vector = [0, 1, 0];
/** Easy axis, and axis of the spin polarisation of the junction. */
export const easyAxis: Vector = [0, 0, 1];

const longestStep_s = 2e-12;
/** Largest angle, about, by which a step turns the magnet. */
const largestTurn_rad = 0.08;

/** The free magnet for the full equation, with the anisotropy of its shape in the film. */
export function macrospinOf(design: SheMtjDesign): Macrospin {
  const { magnetLength_m, magnetWidth_m, magnetThickness_m, saturationMagnetisation_A_m, damping } = design;
  const factors = demagnetisingFactors({ x_m: magnetLength_m, y_m: magnetWidth_m, z_m: magnetThickness_m });
  const least = Math.min(factors.x, factors.y);
  return {
    saturationMagnetisation_A_m,
    volume_m3: freeMagnetOf(design).volume_m3,
    damping,
    // The barrier is that of the easier direction in the film.
    anisotropyField_A_m: [
      saturationMagnetisation_A_m * (least - factors.x),
      saturationMagnetisation_A_m * (least - factors.y),
      scalesOf(design).anisotropyField_A_m,
    ],
  };
}

/** A phase of the cycle in whole steps. */
export interface Steps {
  readonly step_s: number;
  readonly count: number;
}

/** Divide a duration into steps short enough for a design's fields and currents. */
export function stepsFor(design: SheMtjDesign, duration_s: number): Steps {
  const magnet = macrospinOf(design);
  const [x_A_m, y_A_m, z_A_m] = magnet.anisotropyField_A_m;
  const turning_Hz =
    fieldGyromagneticRatio_m_A_s * (z_A_m - Math.min(x_A_m, y_A_m)) +
    scalesOf(design).presetSpinCurrent_A / (elementaryCharge_C * spinCount(magnet));
  const step_s = Math.min(longestStep_s, largestTurn_rad / turning_Hz);
  const count = Math.max(1, Math.ceil(duration_s / step_s));
  return { step_s: duration_s / count, count };
}
