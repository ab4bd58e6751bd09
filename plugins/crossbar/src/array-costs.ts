import type { AreaEntry, ArrayLoad, Design, LedgerEntry } from "@neurofront/core";
import { inputLatches, rowDriverEnergy, wireCharging } from "@neurofront/plugin-kit";
import type { WireCharging } from "@neurofront/plugin-kit";
import type { crossbarParameters } from "./parameters.ts";
import type { RowDriver } from "./row-driver.ts";
import type { Wires } from "./wires.ts";

/**
 * Gate charge and leakage of the drivers and the flip-flops in front of them, shared by the neurons. Every tile beside another has
 * drivers of its own.
 */
export function driverEnergy(
  design: Design<typeof crossbarParameters>,
  load: ArrayLoad,
  driver: RowDriver,
  columnTiles: number,
): LedgerEntry[] {
  if (driver.switchWidth_m === 0) return [];
  const { taper, activity, driverGateVoltage_V, inputLatchEnergy_J } = design;
  const { outputCount, cycle_s } = load;
  const { gateCharge_C, offCurrent_A } = driver;
  const driversPerNeuron = (2 * load.inputCount * columnTiles) / outputCount;
  return [
    ...rowDriverEnergy({
      driversPerNeuron,
      activity,
      taper,
      gateCharge_C,
      driverGateVoltage_V,
      offCurrent_A,
      cycle_s,
    }),
    inputLatches(load, inputLatchEnergy_J),
  ];
}

/** Lines that are charged; a row has one in every tile beside another. */
export function wireEnergy(
  { activity }: Design<typeof crossbarParameters>,
  { inputCount, outputCount, inputVoltage_V }: ArrayLoad,
  columnTiles: number,
  lines: Pick<WireCharging, "rowCapacitance_F" | "columnCapacitance_F" | "columnVoltageSquare_V2">,
): LedgerEntry {
  const rowsPerNeuron = (2 * inputCount * columnTiles) / outputCount;
  return wireCharging({ rowsPerNeuron, activity, inputVoltage_V, ...lines });
}

/** A neuron's column of cells, and its share of the drivers: two switches a row with the buffers before them. */
export function areaPerNeuron(
  design: Design<typeof crossbarParameters>,
  load: ArrayLoad,
  line: Wires,
  driver: RowDriver,
  columnTiles: number,
): AreaEntry[] {
  const rowCount = 2 * load.inputCount;
  const cells: AreaEntry = {
    part: "synapse cells",
    area_m2: rowCount * line.cellPitch_m ** 2,
    formula: "rows * cellPitch_m^2",
  };
  if (driver.switchWidth_m === 0) return [cells];
  const switches = {
    part: "row drivers",
    area_m2:
      ((rowCount * columnTiles) / load.outputCount) *
      2 *
      design.taper *
      driver.switchWidth_m *
      design.contactedGatePitch_m,
    formula: "rows * column tiles / neurons * 2 * taper * driverWidth_m * contactedGatePitch_m",
  };
  return [cells, switches];
}
