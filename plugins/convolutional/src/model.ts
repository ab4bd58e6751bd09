import { violationsAmong } from "@neurofront/core";
import type { ColumnLoad, Design, Impossible } from "@neurofront/core";
import {
  columnVoltageSquare_V2,
  inputPower_W,
  longestTile,
  partialSums,
  rowSwitch,
  solveLayer,
  tiledColumns,
} from "@neurofront/physics";
import type { TiledColumns } from "@neurofront/physics";
import {
  defineInterconnect,
  partialSumCosts,
  rowDriverEnergy,
  wireCharging,
  wiresTooCold,
  wiresTooHot,
} from "@neurofront/plugin-kit";
import { kernelArea, partialSumRegisters, windowEnergy } from "./kernel-costs.ts";
import { kernelCells, rowDelay_s, segmentResistance_ohm } from "./kernel-lines.ts";
import { convolutionalParameters } from "./parameters.ts";
import { windowTraffic } from "./window-traffic.ts";

/**
 * Kernels of a convolution on crossbar tiles: the array of a layer, or several copies of it, is applied at one position after the
 * other. Each position's window comes from a buffer of activations through registers at the rows.
 *
 * Settling is the registers, the half swing of a row, one time constant of the loaded column unless the neuron counts it, and the
 * conversion of digital partial sums.
 */
export const convolutional = defineInterconnect({
  id: "convolutional",
  title: "Kernel arrays of a convolution, shared by its positions",
  parameters: convolutionalParameters,
  columnCapacitance_F: (design, load) => columnsOf(design, load).capacitance_F,
  solve(design, load) {
    const { inputCount, outputCount, neuronInputResistance_ohm, inputVoltage_V, cycle_s } = load;
    const { activity, driverGateVoltage_V, driverResistance_ohm, smallestSwitchWidth_m } = design;
    const rowCount = 2 * inputCount;
    const { layout, areJoined, summedRows, summingLine_F, capacitance_F } = columnsOf(design, load);
    const columnTiles = layout.columnStarts.length - 1;
    const rowCells = longestTile(layout.columnStarts);
    const cells = kernelCells(design, load);
    const tooCold = wiresTooCold(load.temperature_K, design.wireTemperatureCoefficient_K);
    if (tooCold !== undefined) return { status: "impossible", violations: [tooCold] };
    const segment_ohm = segmentResistance_ohm(design, load, cells);
    const driver = rowSwitch(design.driverTransistor, driverGateVoltage_V, driverResistance_ohm, smallestSwitchWidth_m);
    const solution = solveLayer(
      {
        load,
        layout,
        columnsAreJoined: areJoined,
        driverResistance_ohm: driver.resistance_ohm,
        segmentResistance_ohm: segment_ohm,
      },
      "exact",
      0,
    );
    if (solution === undefined) return unconnected();
    const meanConductance_S = load.conductance_S.reduce((sum, one) => sum + one, 0) / (rowCount * outputCount);
    const needsConverters = layout.rowStarts.length > 2 && !areJoined;
    const sums = needsConverters ? partialSums(design.converterBits, load, layout.rowStarts, solution) : undefined;
    const sumCosts = sums && partialSumCosts(sums, design);
    const rowSettling_s = rowDelay_s(driver, cells, segment_ohm, rowCells);
    const columnTime_s =
      load.neuronSettlesColumn === true || neuronInputResistance_ohm === Infinity
        ? 0
        : capacitance_F / (summedRows * meanConductance_S + 1 / neuronInputResistance_ohm);
    const traffic = windowTraffic(load, design.copies, design.windowFetch);
    const registers = sums && partialSumRegisters(design, sums.converters);
    const area = [
      ...kernelArea(design, load, driver, traffic, { pitch_m: cells.pitch_m, columnTiles }),
      ...(registers === undefined ? [] : [registers.area]),
    ];
    const busLength_m = halfEdge_m(traffic.copies * outputCount * area.reduce((sum, { area_m2 }) => sum + area_m2, 0));
    return {
      status: "ok",
      currentTransfer_S: solution.currentTransfer_S,
      inputPower_W: inputPower_W(solution.inputAdmittance_S, load),
      copies: traffic.copies,
      rowDriver: { resistance_ohm: driver.resistance_ohm, neuronCount: rowCells },
      settling_s: design.windowTime_s + rowSettling_s + columnTime_s + (sums?.duration_s ?? 0),
      energy: [
        ...rowDriverEnergy({
          driversPerNeuron: (rowCount * columnTiles) / outputCount,
          activity,
          gateCharge_C: driver.gateCharge_C,
          driverGateVoltage_V,
          offCurrent_A: driver.offCurrent_A,
          cycle_s,
        }),
        ...windowEnergy(design, load, traffic, busLength_m),
        wireCharging({
          rowsPerNeuron: (rowCount * columnTiles) / outputCount,
          activity,
          inputVoltage_V,
          rowCapacitance_F: rowCells * cells.cell_F,
          columnCapacitance_F: rowCount * cells.cell_F + summingLine_F,
          columnVoltageSquare_V2: columnVoltageSquare_V2(
            solution.columnTransfer,
            load,
            areJoined ? [0, rowCount] : layout.rowStarts,
          ),
        }),
        ...(sumCosts === undefined ? [] : [sumCosts.energy]),
        ...(registers === undefined ? [] : [registers.energy]),
      ],
      area,
      violations: [...violationsAmong([wiresTooHot(load.temperature_K)]), ...(sumCosts?.violations ?? [])],
      quantities: {
        copies: traffic.copies,
        rounds: traffic.rounds,
        fetchedPerPosition: traffic.fetchedPerPosition,
        storedActivations: traffic.stored,
        busyShare: traffic.positions / (traffic.copies * traffic.rounds),
        busLength_m,
        cellPitch_m: cells.pitch_m,
        wireResistance_ohm: segment_ohm,
        driverResistance_ohm: driver.resistance_ohm,
        rowSettling_s,
        columnCapacitance_F: capacitance_F,
        columnTimeConstant_s: columnTime_s,
        ...(sums && { conversion_s: sums.duration_s, quantisation_A: sums.quantisation_A }),
      },
    };
  },
});

function columnsOf(design: Design<typeof convolutionalParameters>, load: ColumnLoad): TiledColumns {
  const { cell_F, wire_F } = kernelCells(design, load);
  return tiledColumns(load, design, cell_F, wire_F);
}

/** Mean distance along one side of a square from its edge. */
function halfEdge_m(area_m2: number): number {
  return Math.sqrt(area_m2) / 2;
}

function unconnected(): Impossible {
  const message = "a column floats and none of its synapses conducts";
  return { status: "impossible", violations: [{ kind: "impossible", code: "not-connected", message, amount: 1 }] };
}
