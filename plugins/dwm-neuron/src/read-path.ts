import type { LedgerEntry } from "@neurofront/core";
import {
  meanReadCurrent_A,
  mtjDividerState,
  mtjReadErrorProbability,
  nodeChargingEnergy_J,
  parallelResistance_ohm,
} from "@neurofront/physics";
import type { MtjDivider } from "@neurofront/physics";
import type { DwmDesign } from "./parameters.ts";
import { comparisonSpread_V, latchingTime_s } from "./sense.ts";

/** The design parameters of the read path. */
export type ReadPathDesign = Pick<
  DwmDesign,
  | "length_m"
  | "width_m"
  | "resistanceArea_ohm_m2"
  | "tunnelMagnetoresistance"
  | "halfTmrVoltage_V"
  | "readVoltage_V"
  | "readTime_s"
  | "readNodeCapacitance_F"
  | "sense"
  | "senseThresholdSpread_V"
  | "latchOffsetSpread_V"
  | "latchTime_s"
>;

/** The junction covers the free domain. */
export function dividerOf(design: ReadPathDesign): MtjDivider {
  return {
    parallelResistance_ohm: parallelResistance_ohm(design.resistanceArea_ohm_m2, design.length_m * design.width_m),
    tunnelMagnetoresistance: design.tunnelMagnetoresistance,
    halfTmrVoltage_V: design.halfTmrVoltage_V,
    readVoltage_V: design.readVoltage_V,
    nodeCapacitance_F: design.readNodeCapacitance_F,
  };
}

/** Difference between the settled voltages of the two states. */
export function readSwing_V(divider: MtjDivider): number {
  return mtjDividerState(divider, 0).midVoltage_V - mtjDividerState(divider, 1).midVoltage_V;
}

/** Slower of the two states' time constants. */
export function readTimeConstant_s(divider: MtjDivider): number {
  return mtjDividerState(divider, 0).timeConstant_s;
}

/** How long the read voltage is on: the read time, and the latch's own time after it. */
export function readDuration_s(design: Pick<ReadPathDesign, "readTime_s" | "sense" | "latchTime_s">): number {
  return design.readTime_s + latchingTime_s(design);
}

/**
 * Chance, over devices, that the threshold of the sensing inverter, or the offset of the latch, lies on the wrong side of the read voltage. It is a static
 * spread and not noise: a given device errs always or never.
 */
export function readErrorProbability(design: ReadPathDesign): number {
  return mtjReadErrorProbability(dividerOf(design), design.readTime_s, comparisonSpread_V(design));
}

/** Energy of the read current, mean over the two states. */
export function readEnergy(design: ReadPathDesign): LedgerEntry {
  const { readVoltage_V } = design;
  const readCurrent_A = meanReadCurrent_A(dividerOf(design));
  const read_s = readDuration_s(design);
  return {
    line: "read",
    energy_J: readVoltage_V * readCurrent_A * read_s,
    formula: "readVoltage_V * readCurrent_A * read_s",
    inputs: { readVoltage_V, readCurrent_A, read_s },
  };
}

/** Energy that charges the read node, which the read current alone leaves out. */
export function nodeEnergy(design: ReadPathDesign): LedgerEntry {
  const divider = dividerOf(design);
  return {
    line: "read-node",
    energy_J: nodeChargingEnergy_J(divider),
    formula: "readNodeCapacitance_F * (parallelVoltage_V^2 + antiparallelVoltage_V^2) / 2",
    inputs: {
      readNodeCapacitance_F: divider.nodeCapacitance_F,
      parallelVoltage_V: mtjDividerState(divider, 1).midVoltage_V,
      antiparallelVoltage_V: mtjDividerState(divider, 0).midVoltage_V,
    },
  };
}
