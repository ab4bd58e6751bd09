import { gateCharge_C_m, onResistanceTimesWidth_ohm_m, SWITCH_FAMILIES } from "./switch-transistor.ts";
import type { SwitchFamily } from "./switch-transistor.ts";

/** The driver of one row: a switch to the level and one to 0 V. */
export interface RowSwitch {
  readonly resistance_ohm: number;
  /** Of one switch. */
  readonly switchWidth_m: number;
  /** Of one switch, for one change of the level. */
  readonly gateCharge_C: number;
  /** Through the switch that is off. */
  readonly offCurrent_A: number;
}

/** Switches of a wanted on-resistance, or wider ones where they would be narrower than can be made. */
export function rowSwitch(
  family: SwitchFamily,
  gateVoltage_V: number,
  wanted_ohm: number,
  smallestWidth_m = 0,
): RowSwitch {
  const onResistance_ohm_m = onResistanceTimesWidth_ohm_m(family, gateVoltage_V);
  const switchWidth_m = Math.max(onResistance_ohm_m / wanted_ohm, smallestWidth_m);
  return {
    resistance_ohm: onResistance_ohm_m / switchWidth_m,
    switchWidth_m,
    gateCharge_C: gateCharge_C_m(gateVoltage_V) * switchWidth_m,
    offCurrent_A: SWITCH_FAMILIES[family].offCurrent_A_m * switchWidth_m,
  };
}
