import type { Design } from "@neurofront/core";
import { gateCharge_C_m, onResistanceTimesWidth_ohm_m, SWITCH_FAMILIES } from "@neurofront/physics";
import type { crossbarParameters } from "./parameters.ts";

/** The driver of one row. */
export interface RowDriver {
  readonly resistance_ohm: number;
  /** Of one of its two switches; 0 for an ideal driver, which costs nothing. */
  readonly switchWidth_m: number;
  /** Of one switch, for one change of the level. */
  readonly gateCharge_C: number;
  /** Through the switch that is off. */
  readonly offCurrent_A: number;
}

/**
 * The driver of a row that has to feed `outputCount` synapses of mean conductance `meanConductance_S` > 0.
 *
 * `sized`: R = drop / (N G), and the width follows from the on-resistance of the transistor, but not below the smallest.
 */
export function rowDriver(
  design: Design<typeof crossbarParameters>,
  outputCount: number,
  meanConductance_S: number,
): RowDriver {
  if (design.driver === "ideal") return { resistance_ohm: 0, switchWidth_m: 0, gateCharge_C: 0, offCurrent_A: 0 };
  const onResistance_ohm_m = onResistanceTimesWidth_ohm_m(design.driverTransistor, design.driverGateVoltage_V);
  const wanted_ohm =
    design.driver === "fixed"
      ? design.driverResistance_ohm
      : design.allowedDriverDrop / (outputCount * meanConductance_S);
  const switchWidth_m = Math.max(onResistance_ohm_m / wanted_ohm, design.smallestSwitchWidth_m);
  return {
    resistance_ohm: design.driver === "fixed" ? wanted_ohm : onResistance_ohm_m / switchWidth_m,
    switchWidth_m,
    gateCharge_C: gateCharge_C_m(design.driverGateVoltage_V) * switchWidth_m,
    offCurrent_A: SWITCH_FAMILIES[design.driverTransistor].offCurrent_A_m * switchWidth_m,
  };
}
