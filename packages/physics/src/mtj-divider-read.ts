import { erfc } from "./error-function.ts";

/**
 * Reading a magnet through a magnetic tunnel junction in a resistive divider.
 *
 * The read voltage stands across a reference resistor in series with the junction, and a latch or inverter compares the
 * voltage of the junction with half of the read voltage. The reference is the geometric mean of the two states, which
 * puts their voltages symmetrically about that half, whatever the magnetoresistance.
 *
 * Circuit: Sharad, Fan, Roy, J. Appl. Phys. 114, 234906 (2013), section II; Ohm's law throughout.
 */
export interface MtjDivider {
  /** Resistance of the parallel state: see {@link parallelResistance_ohm}. */
  readonly parallelResistance_ohm: number;
  /** Tunnel magnetoresistance (R_AP - R_P) / R_P at zero bias; 1 is 100 %. */
  readonly tunnelMagnetoresistance: number;
  /** Bias at which the magnetoresistance has fallen to half; `Infinity` for none. */
  readonly halfTmrVoltage_V: number;
  /** Voltage across junction and reference in series. */
  readonly readVoltage_V: number;
  /** Capacitance of the node between junction and reference. */
  readonly nodeCapacitance_F: number;
}

/** What the divider shows for one state of the junction. */
export interface MtjDividerState {
  readonly junction_ohm: number;
  /** Voltage of the node between junction and reference, settled. */
  readonly midVoltage_V: number;
  readonly readCurrent_A: number;
  /** Node capacitance times junction and reference in parallel. */
  readonly timeConstant_s: number;
}

/** Resistance of the parallel state of a junction: resistance-area product over area. */
export function parallelResistance_ohm(resistanceArea_ohm_m2: number, area_m2: number): number {
  return resistanceArea_ohm_m2 / area_m2;
}

/** Tunnel magnetoresistance under bias: TMR0 / (1 + (V / Vh)^2), the usual Lorentzian fit of the roll-off. */
export function biasedMagnetoresistance(
  tunnelMagnetoresistance: number,
  bias_V: number,
  halfTmrVoltage_V: number,
): number {
  return tunnelMagnetoresistance / (1 + (bias_V / halfTmrVoltage_V) ** 2);
}

/** Resistance of the antiparallel state at the bias of a balanced divider, half of the read voltage. */
export function antiparallelResistance_ohm(divider: MtjDivider): number {
  const magnetoresistance = biasedMagnetoresistance(
    divider.tunnelMagnetoresistance,
    divider.readVoltage_V / 2,
    divider.halfTmrVoltage_V,
  );
  return divider.parallelResistance_ohm * (1 + magnetoresistance);
}

/** The reference resistor: geometric mean of the parallel and the antiparallel state. */
export function referenceResistance_ohm(divider: MtjDivider): number {
  return referenceBetween_ohm(divider.parallelResistance_ohm, antiparallelResistance_ohm(divider));
}

function referenceBetween_ohm(parallel_ohm: number, antiparallel_ohm: number): number {
  return Math.sqrt(parallel_ohm * antiparallel_ohm);
}

/**
 * Node voltage, current and time constant of the divider.
 *
 * @param parallelFraction part of the junction's area that is parallel, in [0, 1]: 1 is the parallel, 0 the
 *   antiparallel state; between them (a wall under the junction) the two areas conduct side by side
 */
export function mtjDividerState(divider: MtjDivider, parallelFraction: number): MtjDividerState {
  const parallel_S = 1 / divider.parallelResistance_ohm;
  const antiparallel_ohm = antiparallelResistance_ohm(divider);
  const antiparallel_S = 1 / antiparallel_ohm;
  const junction_ohm = 1 / (antiparallel_S + (parallel_S - antiparallel_S) * parallelFraction);
  const reference_ohm = referenceBetween_ohm(divider.parallelResistance_ohm, antiparallel_ohm);
  const series_ohm = junction_ohm + reference_ohm;
  return {
    junction_ohm,
    midVoltage_V: (divider.readVoltage_V * junction_ohm) / series_ohm,
    readCurrent_A: divider.readVoltage_V / series_ohm,
    timeConstant_s: (divider.nodeCapacitance_F * junction_ohm * reference_ohm) / series_ohm,
  };
}

/** Read current averaged over the two states: Vr / (2 R_ref) exactly, since the two states' currents add up to Vr / R_ref. */
export function meanReadCurrent_A(divider: MtjDivider): number {
  return divider.readVoltage_V / (2 * referenceResistance_ohm(divider));
}

/**
 * What the read supply gives to charge the node, settled, mean over the two states: C (V_P^2 + V_AP^2) / 2. Of the charge C V a part
 * V / V_r comes through the reference, the rest is what the junction does not yet take.
 */
export function nodeChargingEnergy_J(divider: MtjDivider): number {
  const parallel_V = mtjDividerState(divider, 1).midVoltage_V;
  const antiparallel_V = mtjDividerState(divider, 0).midVoltage_V;
  return (divider.nodeCapacitance_F * (parallel_V ** 2 + antiparallel_V ** 2)) / 2;
}

/** Node voltage a time after the read voltage is switched on, from a discharged node. */
export function risingNodeVoltage_V(state: MtjDividerState, elapsed_s: number): number {
  return -state.midVoltage_V * Math.expm1(-elapsed_s / state.timeConstant_s);
}

/**
 * Chance that a latch with a Gaussian threshold reads the wrong state: 0.5 erfc(dV / (sqrt(2) sigma)).
 *
 * @param margin_V how far the node is on the right side of the latch's mean threshold; negative on the wrong side
 * @param thresholdSpread_V standard deviation of the threshold, >= 0; with 0 the chance is a step at margin 0
 */
export function readErrorProbability(margin_V: number, thresholdSpread_V: number): number {
  if (thresholdSpread_V === 0) return margin_V === 0 ? 0.5 : margin_V > 0 ? 0 : 1;
  return 0.5 * erfc(margin_V / (Math.SQRT2 * thresholdSpread_V));
}

/**
 * Chance of a wrong read after `elapsed_s`, mean over the parallel and the antiparallel state; the latch compares with
 * half of the read voltage, the node starts discharged. Long reads give `readErrorProbability` of half of the swing.
 */
export function mtjReadErrorProbability(divider: MtjDivider, elapsed_s: number, thresholdSpread_V: number): number {
  const threshold_V = divider.readVoltage_V / 2;
  const parallel_V = risingNodeVoltage_V(mtjDividerState(divider, 1), elapsed_s);
  const antiparallel_V = risingNodeVoltage_V(mtjDividerState(divider, 0), elapsed_s);
  return (
    (readErrorProbability(threshold_V - parallel_V, thresholdSpread_V) +
      readErrorProbability(antiparallel_V - threshold_V, thresholdSpread_V)) /
    2
  );
}
