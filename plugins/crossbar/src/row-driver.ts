import type { Design } from "@neurofront/core";
import { rowSwitch } from "@neurofront/physics";
import type { RowSwitch } from "@neurofront/physics";
import type { crossbarParameters } from "./parameters.ts";

/** The driver of one row; the switches of an ideal one have no width, and it costs nothing. */
export type RowDriver = RowSwitch;

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
  const { driverTransistor, driverGateVoltage_V, driverResistance_ohm, smallestSwitchWidth_m } = design;
  const wanted_ohm =
    design.driver === "fixed" ? driverResistance_ohm : design.allowedDriverDrop / (outputCount * meanConductance_S);
  const driver = rowSwitch(driverTransistor, driverGateVoltage_V, wanted_ohm, smallestSwitchWidth_m);
  return design.driver === "fixed" ? { ...driver, resistance_ohm: wanted_ohm } : driver;
}
