import { erf } from "@neurofront/physics";
import type { Tilt } from "@neurofront/physics";

/** Growth beyond which thermal noise can no longer turn a tilt, and exponentials stay finite. */
const decidedGrowth = 30;

/**
 * The tilt after a preset that falls linearly from an overdrive to zero, under a signal.
 *
 * The Langevin equation of `bennett-decision.ts` with lambda(y) = 1 - i_h (1 - y / y_r): measured from the end, with
 * k = i_h / y_r, a deviation made s before the end has grown by exp(s - k s^2 / 2). Mean and variance are Gaussian integrals
 * of that, and error functions in closed form. Derived here.
 *
 * @param overdrive signal spin current over switching current
 * @param presetOverdrive before the fall, > 0
 * @param growth fall time over tau_D, >= 0; with 0 the release is abrupt
 */
export function releasedTilt(
  start: Tilt,
  overdrive: number,
  presetOverdrive: number,
  growth: number,
  thermalVariance: number,
): Tilt {
  if (growth === 0) return start;
  const y = Math.min(growth, decidedGrowth);
  const factor = Math.exp(y - (presetOverdrive * y) / 2);
  const slope = presetOverdrive / y;
  return {
    mean: start.mean * factor + overdrive * grownSum(1, slope, y),
    variance: start.variance * factor * factor + 2 * thermalVariance * grownSum(2, 2 * slope, y),
  };
}

/** Integral of exp(a s - b s^2 / 2) over s from 0 to y. */
function grownSum(a: number, b: number, y: number): number {
  const root = Math.sqrt(b / 2);
  const centre = a / b;
  const whole = Math.exp((a * a) / (2 * b)) * Math.sqrt(Math.PI / (2 * b));
  return whole * (erf((y - centre) * root) + erf(centre * root));
}
