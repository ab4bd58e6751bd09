import { fallenTilt, fallingReadErrorProbability, heldVariance, thermalVariance } from "@neurofront/physics";
import { dividerOf, junctionPolarisation, scalesOf } from "./device.ts";
import type { SheMtjDesign } from "./parameters.ts";

/**
 * Chance that a decision comes out wrong, closed form: mean over the two outputs that the neuron may have held before, of
 * which the preset leaves the tilt +- residual, and over the two wanted outputs; 0.5 for a preset that cannot hold the equator.
 *
 * The net current crosses the junction during the evaluation and gives the magnet its polarisation times as much spin along the
 * easy axis. The read current crosses the same junction; it flows so that it favours the antiparallel output, against which
 * the geometric-mean reference is biased while the magnet is still near its equator.
 */
export function decisionErrorProbability(design: SheMtjDesign, temperature_K: number, netCurrent_A: number): number {
  if (design.presetOverdrive <= 1) return 0.5;
  const scales = scalesOf(design);
  const { readTime_s } = design;
  const noise = thermalVariance(design.energyBarrier_J, temperature_K);
  const variance = heldVariance(design.presetOverdrive, noise);
  const overdrive =
    (junctionPolarisation(design.tunnelMagnetoresistance) * netCurrent_A) / scales.switchingSpinCurrent_A;
  const growth = (duration_s: number): number => duration_s / scales.relaxation_s;
  const divider = dividerOf(design);
  let error = 0;
  for (const mean of [scales.presetResidual, -scales.presetResidual]) {
    const evaluated = fallenTilt({ mean, variance }, overdrive, growth(design.evaluation_s), noise);
    const read = fallenTilt(evaluated, 0, growth(design.fallTime_s + readTime_s), noise);
    error +=
      fallingReadErrorProbability(read, divider, readTime_s, design.senseThresholdSpread_V, readPush(design)) / 2;
  }
  return Math.min(1, Math.max(0, error));
}

/**
 * What the read current adds to asinh of the tilt of the magnet: readOverdrive times readTime over tau_D. It takes that off the
 * wanted output in half of the decisions.
 */
export function readPush(design: SheMtjDesign): number {
  const { readOverdrive, relaxation_s } = scalesOf(design);
  return (readOverdrive * design.readTime_s) / relaxation_s;
}

/**
 * Standard deviation of the net current that shifts the decision as much as what differs from device to device: an easy axis
 * that leans by an angle (held at that tilt, which grows as e^y while the current acts as i (e^y - 1)), and a stray field along the
 * easy axis (which acts as the overdrive field over anisotropy field).
 */
export function offsetSpread_A(design: SheMtjDesign): number {
  const scales = scalesOf(design);
  const lean = design.easyAxisTilt_rad / -Math.expm1(-design.evaluation_s / scales.relaxation_s);
  const stray = design.strayFieldSpread_A_m / scales.anisotropyField_A_m;
  const perOverdrive_A = scales.switchingSpinCurrent_A / junctionPolarisation(design.tunnelMagnetoresistance);
  return Math.hypot(lean, stray) * perOverdrive_A;
}
