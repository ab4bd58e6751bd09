import { bracketedRoot, domainWallDiffusivity_m2_s } from "@neurofront/physics";
import type { Operation } from "./operation.ts";
import { nearHalfProbability } from "./thermal-error.ts";
import { motionAt } from "./wall-drive.ts";

/** What the write error needs of a device that works. */
export type Written = Pick<Operation, "wall" | "path" | "track" | "write_s">;

/** Time by which inertia delays a wall with this relaxation time in a write of this length. */
function delay_s(relaxation_s: number, write_s: number): number {
  return relaxation_s === 0 ? 0 : -relaxation_s * Math.expm1(-write_s / relaxation_s);
}

/**
 * Chance, in closed form, that a wall that must cross is on the wrong side when the write ends.
 *
 * At finite temperature the wall drifts and diffuses between the ends of the free domain, and the half in which it is gives the
 * output. Drift and diffusion begin after the delay that inertia causes at small current, t - tau (1 - exp(-t / tau)); what
 * the initial speed and a shorter relaxation gain is given to the wall as its start, so that without diffusion it goes exactly
 * as far as its equation of motion says. A current that pushes back finds the wall at its end.
 * Within 7 % of Langevin simulation of the q-phi equations for writes longer than 7 tau (preset A, 1 ns, up to 6 uA);
 * shorter writes are ballistic, and the chance is uncertain by a factor of 2 to 3.
 * Pinning slows the drift but leaves the diffusion free: it holds only while the barriers are not above kT.
 *
 * @param temperature_K above 0
 * @param current_A positive pushes the wall across
 * @returns in [0, 1], falling with the current
 */
export function crossingErrorProbability(written: Written, temperature_K: number, current_A: number): number {
  return crossingErrors(written, temperature_K)(current_A);
}

/** {@link crossingErrorProbability} of one device at one temperature, for many currents. */
export function crossingErrors(
  { wall, path, track, write_s }: Written,
  temperature_K: number,
): (current_A: number) => number {
  const { length_m } = track;
  const slowest_s = delay_s(motionAt(wall, path, track, 0).relaxation_s, write_s);
  const diffusivity = domainWallDiffusivity_m2_s(wall, temperature_K);
  const reducedTime = (diffusivity * Math.max(0, write_s - slowest_s)) / length_m ** 2;
  return (current_A) => {
    const motion = motionAt(wall, path, track, Math.abs(current_A));
    const own_s = delay_s(motion.relaxation_s, write_s);
    const ahead_m = motion.speed_m_s * (slowest_s - own_s) + motion.initialSpeed_m_s * own_s;
    return nearHalfProbability({
      peclet: (Math.sign(current_A) * motion.speed_m_s * length_m) / diffusivity,
      reducedTime,
      start: current_A > 0 ? Math.min(1, Math.max(0, ahead_m / length_m)) : 0,
    });
  };
}

/** No wall is asked to cross at more. */
const largestThreshold_A = 1;
/** Rounding of the odds of one half. */
const half = 4e-9;
/** Keeps the odds of a certain decision finite. */
const certain = 1e-12;

/**
 * Current at which half of the decisions that must switch are right; `undefined` when no current makes that many right.
 *
 * @param errorAt non-increasing in the current
 * @param scale a current of the order of the answer, with the error there
 */
export function halfErrorCurrent_A(
  errorAt: (current_A: number) => number,
  scale: { readonly current_A: number; readonly error: number },
): number | undefined {
  // Nearly a straight line over the current, so that few steps find the root.
  const logOdds = (error: number): number => Math.log((error + certain) / (1 - error + certain));
  const excess = (current_A: number): number => logOdds(errorAt(current_A));
  let low = 0;
  let lowValue = excess(0);
  if (lowValue <= half) return 0;
  let high = scale.current_A;
  let highValue = logOdds(scale.error);
  while (highValue > 0) {
    if (high > largestThreshold_A) return undefined;
    low = high;
    lowValue = highValue;
    high *= 2;
    highValue = excess(high);
  }
  return bracketedRoot(excess, { low, high, lowValue, highValue, tolerance: 1e-13 });
}
