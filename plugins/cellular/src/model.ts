import { below, violationsAmong } from "@neurofront/core";
import type { Impossible } from "@neurofront/core";
import { rowSwitch } from "@neurofront/physics";
import { defineInterconnect, wiresTooCold, wiresTooHot } from "@neurofront/plugin-kit";
import { solveNeighbourhoods } from "./layer-solution.ts";
import { areaPerNeuron, lineEnergy } from "./line-costs.ts";
import { cellPitchOf_m, columnCapacitance_F, neighbourhoodsOf, sourcesOf } from "./columns.ts";
import { cellularParameters } from "./parameters.ts";
import { weightOutside } from "./weight-outside.ts";

/** Rounding of the sums of weights. */
const NO_WEIGHT = 1e-12;

/**
 * Near-neighbour array of a cellular neural network: every neuron has a block with the synapses of its neighbourhood, row
 * segments of its own with their drivers, and a column as long as its synapses are many.
 *
 * Settling is ln 2 times the Elmore delay of the longest row segment and of the column wire, and for neurons with an input
 * resistance one time constant of the loaded column; a floating column settles in the neuron's own time.
 */
export const cellular = defineInterconnect({
  id: "cellular",
  title: "Near-neighbour array of a cellular neural network",
  parameters: cellularParameters,
  columnCapacitance_F: (design, load) => columnCapacitance_F(design, load, neighbourhoodsOf(design, load)),
  solve(design, load) {
    const { inputCount, outputCount, neuronInputResistance_ohm, conductance_S } = load;
    const { driverResistance_ohm, wireCapacitance_F_m } = design;
    const sourceCount = sourcesOf(inputCount, design.biasInputs);
    const { radius, gridWidth } = design;
    const near = neighbourhoodsOf(design, load);
    const share = weightOutside(conductance_S, outputCount, near);
    if (share > NO_WEIGHT) {
      const message = `${(100 * share).toPrecision(3)} % of the weights lead beyond the neighbourhood of radius ${radius} on a grid ${gridWidth} wide, none may`;
      return impossible("weight-outside-neighbourhood", message, share);
    }
    const taps = near.map((neighbours) => 2 * neighbours.length);
    const mostTaps = Math.max(...taps);
    const rowsPerNeuron = taps.reduce((sum, count) => sum + count, 0) / outputCount;
    if (rowsPerNeuron === 0) return impossible("not-connected", "no input lies in the neighbourhood of any neuron", 1);

    const driver = rowSwitch(design.driverTransistor, design.driverGateVoltage_V, driverResistance_ohm);
    const { temperature_K } = load;
    const unbuildable = violationsAmong([
      below(
        "impossible",
        "driver-too-narrow",
        driver.switchWidth_m,
        design.smallestSwitchWidth_m,
        `a driver of ${driverResistance_ohm} ohm is ${driver.switchWidth_m} m wide, at least ${design.smallestSwitchWidth_m} m can be made`,
      ),
      wiresTooCold(temperature_K, design.wireTemperatureCoefficient_K),
    ]);
    if (unbuildable.length > 0) return { status: "impossible", violations: unbuildable };

    const resistance_ohm_m =
      design.wireResistance_ohm_m * (1 + design.wireTemperatureCoefficient_K * (temperature_K - 300));
    const cellPitch_m = cellPitchOf_m(design, load);
    const blockEdge_m = Math.sqrt(mostTaps) * cellPitch_m;
    const spacing_m = blockEdge_m * Math.sqrt(outputCount / Math.max(1, sourceCount));
    const rowLength_m = (distance: number): number => distance * spacing_m + blockEdge_m;
    const solution = solveNeighbourhoods(load, near, {
      driverResistance_ohm,
      rowResistance_ohm: (distance) => resistance_ohm_m * rowLength_m(distance),
      segmentResistance_ohm: resistance_ohm_m * cellPitch_m,
    });
    if (solution === undefined)
      return impossible("not-connected", "a column floats and none of its synapses conducts", 1);

    const distances = near.flatMap((neighbours) => neighbours.map(({ distance }) => distance));
    const longest_m = rowLength_m(distances.reduce((most, distance) => Math.max(most, distance), 0));
    const mean_m = rowLength_m(distances.reduce((sum, distance) => sum + distance, 0) / distances.length);
    const cell_F = load.synapseCapacitance_F;
    const longestWire_F = wireCapacitance_F_m * longest_m;
    const rowElmore_s =
      driverResistance_ohm * (longestWire_F + cell_F) + resistance_ohm_m * longest_m * (longestWire_F / 2 + cell_F);
    const columnLength_m = mostTaps * cellPitch_m;
    const longestColumn_F = mostTaps * cell_F + wireCapacitance_F_m * columnLength_m;
    const columnElmore_s = (resistance_ohm_m * columnLength_m * longestColumn_F) / 2;
    const meanColumn_S = solution.builtConductance_S / outputCount;
    const columnTimeConstant_s =
      load.neuronSettlesColumn === true || neuronInputResistance_ohm === Infinity
        ? 0
        : longestColumn_F / (meanColumn_S + 1 / neuronInputResistance_ohm);

    const lines = {
      rowsPerNeuron,
      rowCapacitance_F: wireCapacitance_F_m * mean_m + cell_F,
      columnCapacitance_F: columnCapacitance_F(design, load, near),
      columnVoltageSquare_V2: solution.columnVoltageSquare_V2,
      cellPitch_m,
    };
    return {
      status: "ok",
      currentTransfer_S: solution.currentTransfer_S,
      inputPower_W: solution.inputPower_W,
      rowDriver: { resistance_ohm: driverResistance_ohm, neuronCount: 1 },
      settling_s: Math.LN2 * (rowElmore_s + columnElmore_s) + columnTimeConstant_s,
      energy: lineEnergy(design, load, driver, lines),
      area: areaPerNeuron(design, driver, lines),
      violations: violationsAmong([wiresTooHot(temperature_K)]),
      quantities: {
        synapsesPerNeuron: rowsPerNeuron,
        cellPitch_m,
        blockEdge_m,
        gridSpacing_m: spacing_m,
        longestRow_m: longest_m,
        longestRowResistance_ohm: resistance_ohm_m * longest_m,
        columnResistance_ohm: resistance_ohm_m * columnLength_m,
        driverWidth_m: driver.switchWidth_m,
        rowElmore_s,
        columnElmore_s,
        columnTimeConstant_s,
      },
    };
  },
});

function impossible(code: string, message: string, amount: number): Impossible {
  return { status: "impossible", violations: [{ kind: "impossible", code, message, amount }] };
}
