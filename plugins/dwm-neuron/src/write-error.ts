import { bracketedRoot, domainWallDiffusivity_m2_s, domainWallMotion } from "@neurofront/physics";
import { driveAt } from "./operation.ts";
import type { Operation } from "./operation.ts";
import { nearHalfProbability } from "./thermal-error.ts";

/** What the write error needs of a design. */
export interface Written {
  readonly length_m: number;
  readonly switchingCurrent_A: number;
}

/** Time by which inertia delays a wall with this relaxation time in a write of this length. */
function delay_s(relaxation_s: number, write_s: number): number {
  return relaxation_s === 0 ? 0 : -relaxation_s * Math.expm1(-write_s / relaxation_s);
}

/**
 * Chance that a wall that must cross is on the wrong side when the write ends.
 *
 * At finite temperature the wall drifts and diffuses between the ends of the free domain, and the half in which it is gives the
 * output. Drift and diffusion begin after the delay that inertia causes at small current, t - tau (1 - exp(-t / tau)); what
 * the initial speed and a shorter relaxation gain is given to the wall as its start, so that without diffusion it goes exactly
 * as far as its equation of motion says. A current that pushes back finds the wall at its end.
 * Within 7 % of Langevin simulation of the q-phi equations for writes longer than 7 tau (preset A, 1 ns, up to 6 uA);
 * shorter writes are ballistic, and the chance is uncertain by a factor of 2 to 3.
 *
 * At zero temperature the threshold is deterministic: the wall must have reached the far end.
 *
 * @param current_A positive pushes the wall across
 * @returns in [0, 1], falling with the current
 */
export function crossingErrorProbability(
  operation: Operation,
  { length_m, switchingCurrent_A }: Written,
  temperature_K: number,
  current_A: number,
): number {
  if (temperature_K === 0) return current_A >= switchingCurrent_A ? 0 : 1;
  const { wall, path, write_s } = operation;
  const motion = domainWallMotion(wall, driveAt(wall, path, Math.abs(current_A)));
  const slowest_s = delay_s(domainWallMotion(wall, driveAt(wall, path, 0)).relaxation_s, write_s);
  const own_s = delay_s(motion.relaxation_s, write_s);
  const ahead_m = motion.speed_m_s * (slowest_s - own_s) + motion.initialSpeed_m_s * own_s;
  const diffusivity = domainWallDiffusivity_m2_s(wall, temperature_K);
  return nearHalfProbability({
    peclet: (Math.sign(current_A) * motion.speed_m_s * length_m) / diffusivity,
    reducedTime: (diffusivity * Math.max(0, write_s - slowest_s)) / length_m ** 2,
    start: current_A > 0 ? Math.min(1, Math.max(0, ahead_m / length_m)) : 0,
  });
}

/** Current at which half of the decisions that must switch are right: at 0 K the switching current, else less. */
export function halfErrorCurrent_A(operation: Operation, device: Written, temperature_K: number): number {
  if (temperature_K === 0) return device.switchingCurrent_A;
  return bracketedRoot((current_A) => crossingErrorProbability(operation, device, temperature_K, current_A) - 0.5, {
    low: 0,
    high: device.switchingCurrent_A,
    tolerance: 1e-13,
  });
}
