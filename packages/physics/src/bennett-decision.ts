import { erfc } from "./error-function.ts";

/**
 * The decision of a magnet released from its hard axis (Bennett clocking).
 *
 * Near the equator the tilt m_z of a uniaxial perpendicular magnet obeys a linear Langevin equation,
 * tau_D dm_z/dt = lambda m_z + i + noise, with lambda = 1 when free and 1 - i_h while a preset of overdrive i_h holds it; i is
 * the signal over the switching current. m_z then stays Gaussian, and its sign at the end is the decision. Beyond the linear
 * range the variable below is u = m_z / sqrt(1 - m_z^2), which without drive grows by the same factor up to the pole.
 */
export interface Tilt {
  readonly mean: number;
  readonly variance: number;
}

/** Variance of m_z while the preset holds the equator: thermalVariance / (i_h - 1), i_h > 1. */
export function heldVariance(presetOverdrive: number, thermalVariance: number): number {
  return thermalVariance / (presetOverdrive - 1);
}

/** Growth beyond which thermal noise can no longer turn a tilt (exp(-30) = 1e-13), and exponentials stay finite. */
const decidedGrowth = 30;

/**
 * The tilt after a free time under a signal: mean = m0 e^y + i (e^y - 1), variance = v0 e^(2y) + thermalVariance (e^(2y) - 1).
 *
 * @param overdrive signal spin current over switching current; 0 once the rows are off
 * @param growth y = time / tau_D
 */
export function fallenTilt(start: Tilt, overdrive: number, growth: number, thermalVariance: number): Tilt {
  const y = Math.min(growth, decidedGrowth);
  const factor = Math.exp(y);
  return {
    mean: start.mean * factor + overdrive * Math.expm1(y),
    variance: start.variance * factor * factor + thermalVariance * Math.expm1(2 * y),
  };
}

/** Chance that the tilt is below `level`, the chance of a wrong sign for level 0; a step when the variance is 0. */
export function tiltBelowProbability(tilt: Tilt, level = 0): number {
  const distance = tilt.mean - level;
  if (tilt.variance === 0) return distance === 0 ? 0.5 : distance > 0 ? 0 : 1;
  return 0.5 * erfc(distance / Math.sqrt(2 * tilt.variance));
}
