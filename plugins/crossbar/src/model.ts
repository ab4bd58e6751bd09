import { violationsAmong } from "@neurofront/core";
import type { Impossible, Violation } from "@neurofront/core";
import { columnVoltageSquare_V2, inputPower_W, longestTile, partialSums, solveLayer } from "@neurofront/physics";
import { defineInterconnect, partialSumCosts, wiresTooHot } from "@neurofront/plugin-kit";
import { columnsOf } from "./columns.ts";
import { areaPerNeuron, driverEnergy, wireEnergy } from "./array-costs.ts";
import { lawWarnings, lineWarnings, wireWarnings } from "./line-warnings.ts";
import { departureFromOhm_A, operatingCells } from "./operating-cells.ts";
import { crossbarParameters, crossbarPresets } from "./parameters.ts";
import { rowDriver } from "./row-driver.ts";
import { rowDelay_s } from "./row-delay.ts";
import { crossbarSpice } from "./spice.ts";
import { wires } from "./wires.ts";

/**
 * All-to-all crossbar of resistive wires between row drivers and neurons, on one array or on tiles.
 *
 * Settling covers the row lines, and one time constant of the loaded column unless the neuron counts it: a floating column settles
 * in the neuron's own time (C / sum of G, which the neuron charges as its `settle` phase), and so does that of an amplifier.
 */
export const crossbar = defineInterconnect({
  id: "crossbar",
  title: "Crossbar with wire, driver and neuron resistance",
  parameters: crossbarParameters,
  presets: crossbarPresets,
  columnCapacitance_F: (design, load) => columnsOf(design, load).capacitance_F,
  solve(design, load) {
    const { inputCount, outputCount, neuronInputResistance_ohm } = load;
    const rowCount = 2 * inputCount;
    const meanConductance_S = load.conductance_S.reduce((sum, value) => sum + value, 0) / (rowCount * outputCount);
    if (!(meanConductance_S > 0)) return unconnected("no synapse of the array conducts");
    const line = wires(design, load);
    if ("kind" in line) return { status: "impossible", violations: [line] };
    const columns = columnsOf(design, load);
    const { layout, areJoined: columnsAreJoined, summedRows, summingLine_F } = columns;
    const columnCapacitance_F = columns.capacitance_F;
    const rowTiles = layout.rowStarts.length - 1;
    const columnTiles = layout.columnStarts.length - 1;
    const tileRows = longestTile(layout.rowStarts);
    const tileColumns = longestTile(layout.columnStarts);
    const driver = rowDriver(design, tileColumns, meanConductance_S);
    const segmentResistance_ohm = line.cellResistance_ohm;
    const tiles = rowTiles * columnTiles;
    const lawNeedsOneArray = design.cells === "law" && tiles > 1;
    if (lawNeedsOneArray) return { status: "impossible", violations: [lawOnTiles(tiles)] };
    const cells =
      design.cells === "law" && load.cellCurrent_A !== undefined
        ? operatingCells(load, load.cellCurrent_A, driver.resistance_ohm, segmentResistance_ohm)
        : undefined;
    const solution = solveLayer(
      {
        load: cells === undefined ? load : { ...load, conductance_S: cells.conductance_S },
        layout,
        columnsAreJoined,
        driverResistance_ohm: driver.resistance_ohm,
        segmentResistance_ohm,
      },
      design.wires,
      design.allowedWireError,
    );
    if (solution === undefined) return unconnected("a column floats and none of its synapses conducts");

    const isFloating = neuronInputResistance_ohm === Infinity;
    const rowConductance_S = tileColumns * meanConductance_S;
    const columnConductance_S = summedRows * meanConductance_S;
    const rowCapacitance_F = tileColumns * line.cellCapacitance_F;
    const rowSettling_s = rowDelay_s(design, line, driver, tileColumns, meanConductance_S);
    const columnTime_s =
      load.neuronSettlesColumn === true || isFloating
        ? 0
        : columnCapacitance_F / (columnConductance_S + 1 / neuronInputResistance_ohm);
    const sums =
      rowTiles === 1 || columnsAreJoined
        ? undefined
        : partialSums(design.converterBits, load, layout.rowStarts, solution);
    const sumCosts = sums && partialSumCosts(sums, design);
    const rowLoading = (driver.resistance_ohm + (tileColumns * line.cellResistance_ohm) / 2) * rowConductance_S;
    const columnLoading =
      ((isFloating ? 0 : neuronInputResistance_ohm) + (tileRows * line.cellResistance_ohm) / 2) * columnConductance_S;
    return {
      status: "ok",
      currentTransfer_S: solution.currentTransfer_S,
      inputPower_W: cells?.inputPower_W ?? inputPower_W(solution.inputAdmittance_S, load),
      rowDriver: { resistance_ohm: driver.resistance_ohm, neuronCount: tileColumns },
      settling_s: rowSettling_s + columnTime_s + (sums?.duration_s ?? 0),
      energy: [
        ...driverEnergy(design, load, driver, columnTiles),
        wireEnergy(design, load, columnTiles, {
          rowCapacitance_F,
          columnCapacitance_F: rowCount * line.cellCapacitance_F + summingLine_F,
          columnVoltageSquare_V2: columnVoltageSquare_V2(
            solution.columnTransfer,
            load,
            columnsAreJoined ? [0, rowCount] : layout.rowStarts,
          ),
        }),
        ...(sumCosts === undefined ? [] : [sumCosts.energy]),
      ],
      area: areaPerNeuron(design, load, line, driver, columnTiles),
      violations: [
        ...lineWarnings(design, load, rowLoading, columnLoading),
        ...wireWarnings(design, solution),
        ...violationsAmong([segmentResistance_ohm > 0 ? wiresTooHot(load.temperature_K) : undefined]),
        ...(cells === undefined ? [] : lawWarnings(load, cells, solution)),
        ...(sumCosts?.violations ?? []),
      ],
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
        ...(design.wires === "exact" || solution.errorBound_A === Infinity
          ? {}
          : { wireErrorBound_A: solution.errorBound_A }),
        ...(cells === undefined ? {} : { departureFromOhm_A: departureFromOhm_A(load, cells, solution) }),
        ...(sums && { conversion_s: sums.duration_s, quantisation_A: sums.quantisation_A }),
      },
    };
  },
  spice: crossbarSpice,
});

/** The law of cells is followed in one array. */
function lawOnTiles(tiles: number): Violation {
  return {
    kind: "impossible",
    code: "law-on-tiles",
    message: `the law of the cells is followed in one array, the layer stands on ${tiles}; choose \`secant\` for them`,
    amount: tiles - 1,
  };
}

function unconnected(message: string): Impossible {
  return { status: "impossible", violations: [{ kind: "impossible", code: "not-connected", message, amount: 1 }] };
}
