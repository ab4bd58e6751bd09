import { above, violationsAmong } from "@neurofront/core";
import type { AreaEntry, ArrayLoad, Design, Impossible, LedgerEntry, Violation } from "@neurofront/core";
import { defineInterconnect } from "@neurofront/plugin-kit";
import { solveArrayNetwork } from "./array-terminals.ts";
import { halfSwingDelay_s } from "./line-delay.ts";
import { crossbarParameters, crossbarPresets } from "./parameters.ts";
import { columnMeanSquare, inputPower_W, timesColumnConductance_S } from "./pattern-response.ts";
import { rowDriver } from "./row-driver.ts";
import type { RowDriver } from "./row-driver.ts";
import { crossbarSpice } from "./spice.ts";
import { wires } from "./wires.ts";
import type { Wires } from "./wires.ts";

/** Above this a reader should know that the line, not the synapses, shapes the currents. */
const NOTABLE_LOADING = 0.1;

/** Above this part of the gate voltage a switch with its source at the input level has clearly less than the tabulated overdrive. */
const NOTABLE_SOURCE_LEVEL = 0.2;

/**
 * All-to-all crossbar of resistive wires between row drivers and neurons, solved exactly.
 *
 * Settling covers the row lines, and for neurons with an input resistance one time constant of the loaded column. A floating
 * column settles in the neuron's own time (C / sum of G, which the neuron charges as its `settle` phase) and is not counted here.
 */
export const crossbar = defineInterconnect({
  id: "crossbar",
  title: "Crossbar with wire, driver and neuron resistance",
  parameters: crossbarParameters,
  presets: crossbarPresets,
  solve(design, load) {
    const { inputCount, outputCount, neuronInputResistance_ohm } = load;
    const rowCount = 2 * inputCount;
    const meanConductance_S = load.conductance_S.reduce((sum, value) => sum + value, 0) / (rowCount * outputCount);
    if (!(meanConductance_S > 0)) return unconnected("no synapse of the array conducts");
    const line = wires(design, load);
    if ("kind" in line) return { status: "impossible", violations: [line] };
    const driver = rowDriver(design, outputCount, meanConductance_S);
    const terminals = solveArrayNetwork({
      rowCount,
      columnCount: outputCount,
      rowsPerInput: 2,
      conductance_S: load.conductance_S,
      driverResistance_ohm: driver.resistance_ohm,
      rowResistance_ohm: line.cellResistance_ohm,
      columnResistance_ohm: line.cellResistance_ohm,
      neuronInputResistance_ohm,
    });
    if (terminals === undefined) return unconnected("a column floats and none of its synapses conducts");

    const isFloating = neuronInputResistance_ohm === Infinity;
    const rowConductance_S = outputCount * meanConductance_S;
    const columnConductance_S = rowCount * meanConductance_S;
    const rowCapacitance_F = outputCount * line.cellCapacitance_F;
    const columnCapacitance_F = rowCount * line.cellCapacitance_F;
    const rowSettling_s = halfSwingDelay_s({
      driverResistance_ohm: driver.resistance_ohm,
      lineResistance_ohm: outputCount * line.cellResistance_ohm,
      lineCapacitance_F: rowCapacitance_F,
      loadCapacitance_F: 0,
    });
    const columnTime_s = isFloating ? 0 : columnCapacitance_F / (columnConductance_S + 1 / neuronInputResistance_ohm);
    const columnVoltageSquare_V2 =
      columnMeanSquare(terminals.columnTransfer, load) * (isFloating ? 1 : neuronInputResistance_ohm ** 2);
    const rowLoading = (driver.resistance_ohm + (outputCount * line.cellResistance_ohm) / 2) * rowConductance_S;
    const columnLoading =
      ((isFloating ? 0 : neuronInputResistance_ohm) + (rowCount * line.cellResistance_ohm) / 2) * columnConductance_S;
    return {
      status: "ok",
      currentTransfer_S: isFloating
        ? timesColumnConductance_S(terminals.columnTransfer, load.conductance_S, outputCount)
        : terminals.columnTransfer,
      inputPower_W: inputPower_W(terminals.inputAdmittance_S, load),
      settling_s: rowSettling_s + columnTime_s,
      energy: [
        ...driverEnergy(design, load, driver),
        wireEnergy(design, load, { rowCapacitance_F, columnCapacitance_F, columnVoltageSquare_V2 }),
      ],
      area: areaPerNeuron(design, load, line, driver),
      violations: warnings(design, load, rowLoading, columnLoading),
      quantities: {
        cellPitch_m: line.cellPitch_m,
        wireResistance_ohm: line.cellResistance_ohm,
        driverResistance_ohm: driver.resistance_ohm,
        driverWidth_m: driver.switchWidth_m,
        rowCapacitance_F,
        columnCapacitance_F,
        rowSettling_s,
        columnTimeConstant_s: columnTime_s,
        rowLoading,
        columnLoading,
      },
    };
  },
  spice: crossbarSpice,
});

function unconnected(message: string): Impossible {
  return { status: "impossible", violations: [{ kind: "impossible", code: "not-connected", message, amount: 1 }] };
}

/** Gate charge and leakage of the drivers and the flip-flops in front of them, shared by the neurons. */
function driverEnergy(design: Design<typeof crossbarParameters>, load: ArrayLoad, driver: RowDriver): LedgerEntry[] {
  if (driver.switchWidth_m === 0) return [];
  const { taper, activity, driverGateVoltage_V, inputLatchEnergy_J } = design;
  const { outputCount, cycle_s } = load;
  const { gateCharge_C, offCurrent_A } = driver;
  const driversPerNeuron = (2 * load.inputCount) / outputCount;
  const latchesPerNeuron = load.inputCount / outputCount;
  return [
    {
      line: "row-drivers",
      energy_J: driversPerNeuron * activity * taper * gateCharge_C * driverGateVoltage_V,
      formula: "driversPerNeuron * activity * taper * gateCharge_C * driverGateVoltage_V",
      inputs: { driversPerNeuron, activity, taper, gateCharge_C, driverGateVoltage_V },
    },
    {
      line: "driver-leakage",
      energy_J: driversPerNeuron * taper * offCurrent_A * driverGateVoltage_V * cycle_s,
      formula: "driversPerNeuron * taper * offCurrent_A * driverGateVoltage_V * cycle_s",
      inputs: { driversPerNeuron, taper, offCurrent_A, driverGateVoltage_V, cycle_s },
    },
    {
      line: "input-latch",
      energy_J: latchesPerNeuron * inputLatchEnergy_J,
      formula: "latchesPerNeuron * inputLatchEnergy_J",
      inputs: { latchesPerNeuron, inputLatchEnergy_J },
    },
  ];
}

/**
 * A row that changes its level takes C V^2. A column swings with the patterns; for patterns in random order the mean square of
 * its steps is twice that of its voltage, and each step dissipates half of C times its square.
 */
function wireEnergy(
  design: Design<typeof crossbarParameters>,
  load: ArrayLoad,
  lines: {
    readonly rowCapacitance_F: number;
    readonly columnCapacitance_F: number;
    readonly columnVoltageSquare_V2: number;
  },
): LedgerEntry {
  const { rowCapacitance_F, columnCapacitance_F, columnVoltageSquare_V2 } = lines;
  const rowsPerNeuron = (2 * load.inputCount) / load.outputCount;
  const { inputVoltage_V } = load;
  const { activity } = design;
  return {
    line: "wire-charging",
    energy_J:
      rowsPerNeuron * activity * rowCapacitance_F * inputVoltage_V ** 2 + columnCapacitance_F * columnVoltageSquare_V2,
    formula:
      "rowsPerNeuron * activity * rowCapacitance_F * inputVoltage_V^2 + columnCapacitance_F * columnVoltageSquare_V2",
    inputs: {
      rowsPerNeuron,
      activity,
      rowCapacitance_F,
      inputVoltage_V,
      columnCapacitance_F,
      columnVoltageSquare_V2,
    },
  };
}

/** A neuron's column of cells, and its share of the drivers: two switches a row with the buffers before them. */
function areaPerNeuron(
  design: Design<typeof crossbarParameters>,
  load: ArrayLoad,
  line: Wires,
  driver: RowDriver,
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
    area_m2: (rowCount / load.outputCount) * 2 * design.taper * driver.switchWidth_m * design.contactedGatePitch_m,
    formula: "rows / neurons * 2 * taper * driverWidth_m * contactedGatePitch_m",
  };
  return [cells, switches];
}

function warnings(
  design: Design<typeof crossbarParameters>,
  load: ArrayLoad,
  rowLoading: number,
  columnLoading: number,
): Violation[] {
  const sourceLevel = load.inputVoltage_V / design.driverGateVoltage_V;
  return violationsAmong([
    above(
      "warning",
      "row-line-drop",
      rowLoading,
      NOTABLE_LOADING,
      `drivers and half of the row wires times the row's conductance are ${rowLoading.toFixed(2)}; inputs lose about this part`,
    ),
    above(
      "warning",
      "column-loading",
      columnLoading,
      NOTABLE_LOADING,
      `neuron and half of the column wire times the column's conductance are ${columnLoading.toFixed(2)}; the neuron gets about 1/(1 + this) of the current`,
    ),
    design.driver === "ideal"
      ? undefined
      : above(
          "warning",
          "driver-overdrive",
          sourceLevel,
          NOTABLE_SOURCE_LEVEL,
          `the input level is ${sourceLevel.toFixed(2)} of the drivers' gate voltage; the on-resistance was simulated near 0 V and is larger here for a positive level`,
        ),
  ]).map((violation) => ({ ...violation, amount: 0 }));
}
