import type { Design } from "@neurofront/core";
import { halfSwingDelay_s } from "./line-delay.ts";
import { elmoreDelay_s } from "./line-transient.ts";
import type { crossbarParameters } from "./parameters.ts";
import type { RowDriver } from "./row-driver.ts";
import type { Wires } from "./wires.ts";

/** Time from a step of a row's source until its far end has gone half of the way. */
export function rowDelay_s(
  design: Design<typeof crossbarParameters>,
  line: Wires,
  driver: RowDriver,
  cellCount: number,
  meanConductance_S: number,
): number {
  const driverResistance_ohm = driver.resistance_ohm;
  const { cellResistance_ohm, cellCapacitance_F } = line;
  if (design.lineDelay === "capacitive" || cellResistance_ohm === 0) {
    return halfSwingDelay_s({
      driverResistance_ohm,
      lineResistance_ohm: cellCount * cellResistance_ohm,
      lineCapacitance_F: cellCount * cellCapacitance_F,
      loadCapacitance_F: 0,
    });
  }
  const cells = { cellResistance_ohm, cellCapacitance_F, cellCount, cellConductance_S: meanConductance_S };
  return Math.LN2 * elmoreDelay_s({ driverResistance_ohm, ...cells, loadCapacitance_F: 0 });
}
