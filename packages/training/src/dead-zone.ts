/**
 * A neuron that needs a net current of more than a threshold to change its state, as spin neurons do.
 *
 * Currents are relative to the full-scale current of one synapse, Gmax - Gmin times the input voltage: a net input of 1 is
 * one weight of 1 at full level.
 */
export interface DeadZone {
  /** Threshold, >= 0; 0 is a sign neuron. */
  readonly threshold: number;
  /**
   * Inside the zone the neuron holds what it held before, taken as either output with equal chance (`hold`); or it was reset
   * before the decision and fires above +threshold only (`preset`).
   */
  readonly rule: "hold" | "preset";
}

/** A sign neuron. */
export const NO_DEAD_ZONE: DeadZone = { threshold: 0, rule: "hold" };

/** Chance that a neuron fires at a net input. A sign neuron does not fire at exactly zero. */
export function firingChance(netInput: number, { threshold, rule }: DeadZone): number {
  if (netInput > threshold) return 1;
  return rule === "hold" && threshold > 0 && netInput >= -threshold ? 0.5 : 0;
}
