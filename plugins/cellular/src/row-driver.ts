import type { Design } from "@neurofront/core";
import { gateCharge_C_m, onResistanceTimesWidth_ohm_m, SWITCH_FAMILIES } from "@neurofront/physics";
import type { cellularParameters } from "./parameters.ts";

/** The driver of one row segment: a switch to the level and one to 0 V. */
export interface RowDriver {
  /** Of one switch. */
  readonly switchWidth_m: number;
  /** Of one switch, for one change of the level. */
  readonly gateCharge_C: number;
  /** Through the switch that is off. */
  readonly offCurrent_A: number;
}

/** The switches that the on-resistance of the design asks for. */
export function rowDriver(design: Design<typeof cellularParameters>): RowDriver {
  const { driverTransistor, driverGateVoltage_V, driverResistance_ohm } = design;
  const switchWidth_m = onResistanceTimesWidth_ohm_m(driverTransistor, driverGateVoltage_V) / driverResistance_ohm;
  return {
    switchWidth_m,
    gateCharge_C: gateCharge_C_m(driverGateVoltage_V) * switchWidth_m,
    offCurrent_A: SWITCH_FAMILIES[driverTransistor].offCurrent_A_m * switchWidth_m,
  };
}
