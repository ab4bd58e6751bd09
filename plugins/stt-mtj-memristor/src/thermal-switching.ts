import type { AgedConductance } from "@neurofront/core";

/** Time between attempts of a magnet to get over its barrier, about the period of its precession. */
const ATTEMPT_S = 1e-9;

/** A magnet with two states. */
export interface TwoStateMagnet {
  /** Barrier over kT at 300 K. */
  readonly stabilityFactor: number;
  /** Spin-torque current that takes the barrier away. */
  readonly criticalCurrent_A: number;
}

/**
 * Mean time until thermal motion switches the magnet (Neel and Brown), with a current that helps: the time between attempts
 * times exp(Delta (300 K / T) (1 - I / Ic)). Macrospin with spin torque: Butler et al., IEEE Trans. Magn. 48, 4684 (2012).
 */
export function switchingTime_s(magnet: TwoStateMagnet, temperature_K: number, current_A: number): number {
  const left = Math.max(0, 1 - current_A / magnet.criticalCurrent_A);
  return ATTEMPT_S * Math.exp(magnet.stabilityFactor * (300 / temperature_K) * left);
}

/**
 * A junction programmed to one of two conductances, some time later: it is in the other state with the chance
 * p = (1 - exp(-2 t / tau)) / 2. Conductances between the two, of devices that differ, go to their mirror image.
 *
 * @param sum_S sum of the two conductances
 */
export function agedTwoState(
  conductance_S: number,
  sum_S: number,
  switching_s: number,
  age_s: number,
): AgedConductance {
  const switched = -Math.expm1((-2 * age_s) / switching_s) / 2;
  const change_S = sum_S - 2 * conductance_S;
  return {
    mean_S: conductance_S + change_S * switched,
    spread_S: Math.abs(change_S) * Math.sqrt(switched * (1 - switched)),
  };
}
