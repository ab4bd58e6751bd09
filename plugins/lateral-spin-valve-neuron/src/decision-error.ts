import {
  fallenTilt,
  fallingReadErrorProbability,
  heldVariance,
  mtjReadErrorProbability,
  thermalVariance,
  tiltBelowProbability,
} from "@neurofront/physics";
import { dividerOf, scalesOf, spinValveOf } from "./device.ts";
import type { LsvDesign } from "./parameters.ts";
import { spinTransferEfficiency } from "./spin-transport.ts";

/**
 * Chance that a decision comes out wrong: mean over the two outputs that the neuron may have held before, of which the
 * preset leaves the tilt +- residual; 0.5 for a preset that cannot hold the equator.
 *
 * The net current enters the injector with its sign and injects eta times as much spin. The rows are driven during the
 * evaluation only, so the preset ends at a mean tilt of 0.
 */
export function decisionErrorProbability(design: LsvDesign, temperature_K: number, netCurrent_A: number): number {
  if (design.presetOverdrive <= 1) return 0.5;
  const scales = scalesOf(design);
  const noise = thermalVariance(design.energyBarrier_J, temperature_K);
  const variance = heldVariance(design.presetOverdrive, noise);
  const spinCurrent_A = spinTransferEfficiency(spinValveOf(design, "transverse")) * netCurrent_A;
  const overdrive = spinCurrent_A / scales.switchingSpinCurrent_A;
  const growth = design.evaluation_s / scales.relaxation_s;
  const laterGrowth = (design.fallTime_s + design.readTime_s) / scales.relaxation_s;
  const divider = dividerOf(design);
  let error = 0;
  for (const mean of [scales.presetResidual, -scales.presetResidual]) {
    const evaluated = fallenTilt({ mean, variance }, overdrive, growth, noise);
    if (design.fall === "complete") {
      const wrong = tiltBelowProbability(evaluated);
      const misread = mtjReadErrorProbability(divider, design.readTime_s, design.senseThresholdSpread_V);
      error += (wrong * (1 - misread) + misread * (1 - wrong)) / 2;
    } else {
      const read = fallenTilt(evaluated, 0, laterGrowth, noise);
      error += fallingReadErrorProbability(read, divider, design.readTime_s, design.senseThresholdSpread_V) / 2;
    }
  }
  return Math.min(1, error);
}

/**
 * Net current that shifts the decision as much as a preset misaligned by an angle: the magnet is held at a tilt of that
 * angle, which grows as e^y, the current acts as i (e^y - 1).
 */
export function misalignmentCurrent_A(design: LsvDesign): number {
  const scales = scalesOf(design);
  const growth = design.evaluation_s / scales.relaxation_s;
  const overdrive = design.presetMisalignment_rad / -Math.expm1(-growth);
  return (overdrive * scales.switchingSpinCurrent_A) / spinTransferEfficiency(spinValveOf(design, "transverse"));
}
