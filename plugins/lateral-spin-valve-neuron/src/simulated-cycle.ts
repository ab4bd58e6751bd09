import { anisotropyField_A_m, boltzmann_J_K, fallenTilt, heldVariance } from "@neurofront/physics";
import type { Cycle } from "./cycle-simulation.ts";
import { outputMagnetOf, scalesOf, shapeOf } from "./device.ts";
import type { LsvDesign } from "./parameters.ts";

/** One cycle of a design for the simulation. The frame: z out of the plane; in the plane x is the easier axis. */
export function cycleOf(design: LsvDesign, temperature_K: number): Cycle {
  const scales = scalesOf(design);
  const { presetDuration_s, presetFallTime_s, evaluation_s, fallTime_s, readTime_s } = design;
  return {
    ...macrospinOf(design),
    presetSpinCurrent_A: scales.presetSpinCurrent_A,
    presetDuration_s,
    presetFallTime_s,
    signalDuringPreset: design.rowsDriven === "preset-and-evaluation",
    evaluation_s,
    later_s: design.fall === "complete" ? 0 : fallTime_s + readTime_s,
    temperature_K,
  };
}

/** Fields and axes: a perpendicular magnet is preset along its easier axis in the plane, an in-plane magnet across its easy one. */
function macrospinOf(design: LsvDesign): Pick<Cycle, "magnet" | "easyAxis" | "presetAxis"> {
  const { damping, saturationMagnetisation_A_m, volume_m3, demagnetisingField_A_m, ...rest } = outputMagnetOf(design);
  const field_A_m = anisotropyField_A_m({ damping, saturationMagnetisation_A_m, volume_m3, ...rest });
  const common = { damping, saturationMagnetisation_A_m, volume_m3 };
  return design.magnet === "in-plane"
    ? {
        magnet: { ...common, anisotropyField_A_m: [field_A_m, 0, -demagnetisingField_A_m] },
        easyAxis: 0,
        presetAxis: 1,
      }
    : {
        magnet: { ...common, anisotropyField_A_m: [0, -shapeOf(design).inPlaneRatio * field_A_m, field_A_m] },
        easyAxis: 2,
        presetAxis: 0,
      };
}

/** Part of the switching current below which no signal of the table lies, also without temperature. */
const leastScale = 0.01;

/**
 * Signal spin current at which a simulated error falls from 1/2: for a perpendicular magnet one standard deviation by the
 * linear equation; for an in-plane one half of its switching current at 20 kT, more when the evaluation is too short for it
 * to shed its energy; without a preset that which reverses the magnet in the evaluation.
 */
export function signalScale_A(design: LsvDesign, temperature_K: number): number {
  const { switchingSpinCurrent_A, relaxation_s } = scalesOf(design);
  const { energyBarrier_J, evaluation_s } = design;
  const stability = energyBarrier_J / (boltzmann_J_K * temperature_K);
  const growth = evaluation_s / relaxation_s;
  if (design.clocking === "none") {
    // Half of the starts are closer to the pole than this tilt.
    const tilt_rad = Math.sqrt(Math.LN2 / Math.max(stability, 1));
    return switchingSpinCurrent_A * (1 + Math.log(Math.PI / (2 * tilt_rad)) / growth);
  }
  const thermal =
    design.magnet === "in-plane" ? 0.5 * Math.sqrt(20 / stability) * (1 + 1 / growth) : spreadOf(design, stability);
  return switchingSpinCurrent_A * Math.max(leastScale, thermal);
}

/** Standard deviation over mean per overdrive of the tilt at the read, of a perpendicular magnet. */
function spreadOf(design: LsvDesign, stability: number): number {
  const { relaxation_s } = scalesOf(design);
  const noise = 1 / (2 * stability);
  const growth = design.evaluation_s / relaxation_s;
  const later = design.fall === "complete" ? 0 : (design.fallTime_s + design.readTime_s) / relaxation_s;
  const variance = heldVariance(Math.max(design.presetOverdrive, 1.5), noise);
  const read = fallenTilt(fallenTilt({ mean: 0, variance }, 1, growth, noise), 0, later, noise);
  return Math.sqrt(read.variance) / read.mean;
}
