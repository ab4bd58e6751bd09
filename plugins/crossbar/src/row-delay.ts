import type { Design } from "@neurofront/core";
import { elmoreDelay_s, halfSwingDelay_s, simulatedHalfSwing_s } from "@neurofront/physics";
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
  const lineCapacitance_F = cellCount * cellCapacitance_F;
  if (design.lineDelay === "capacitive") {
    const lineResistance_ohm = cellCount * cellResistance_ohm;
    return halfSwingDelay_s({ driverResistance_ohm, lineResistance_ohm, lineCapacitance_F, loadCapacitance_F: 0 });
  }
  if (cellResistance_ohm === 0) {
    const node_ohm = driverResistance_ohm / (1 + driverResistance_ohm * cellCount * meanConductance_S);
    return Math.LN2 * node_ohm * lineCapacitance_F;
  }
  const cells = {
    driverResistance_ohm,
    cellResistance_ohm,
    cellCapacitance_F,
    cellCount,
    cellConductance_S: meanConductance_S,
    loadCapacitance_F: 0,
  };
  return design.lineDelay === "elmore" ? Math.LN2 * elmoreDelay_s(cells) : simulatedHalfSwing_s(cells);
}
