import { above } from "@neurofront/core";
import type { ArrayLoad, Design, Impossible, SpiceCells, SpiceSubcircuit } from "@neurofront/core";
import { tileLayout } from "@neurofront/physics";
import type { crossbarParameters } from "./parameters.ts";
import { rowDriver } from "./row-driver.ts";
import { wires } from "./wires.ts";

/**
 * The array as an ngspice subcircuit, element by element as the solver has it. A resistance of zero joins its two nodes instead
 * of standing in the netlist. The capacitance of a cell hangs on its row and, where the neurons do not have it, on its column.
 */
export function crossbarSpice(
  design: Design<typeof crossbarParameters>,
  load: ArrayLoad,
  cells: SpiceCells,
): ({ readonly status: "ok" } & SpiceSubcircuit) | Impossible {
  const { outputCount } = load;
  const rowCount = 2 * load.inputCount;
  const line = wires(design, load);
  if ("kind" in line) return { status: "impossible", violations: [line] };
  const meanConductance_S = load.conductance_S.reduce((sum, value) => sum + value, 0) / (rowCount * outputCount);
  const layout = tileLayout(rowCount, outputCount, design.tileRows, design.tileColumns);
  const tiles = (layout.rowStarts.length - 1) * (layout.columnStarts.length - 1);
  const oneTile = above(
    "impossible",
    "no-spice-form",
    tiles,
    1,
    `the layer stands on ${tiles} arrays; a netlist holds one`,
  );
  if (oneTile !== undefined) return { status: "impossible", violations: [oneTile] };
  const driver = rowDriver(design, outputCount, meanConductance_S);
  return {
    status: "ok",
    name: "crossbar",
    ports: [...names("r", rowCount), ...names("c", cells.columnCount)],
    parameters: {},
    lines: arrayLines(rowCount, outputCount, cells, {
      driver_ohm: driver.resistance_ohm,
      wire_ohm: line.cellResistance_ohm,
      cell_F: line.cellCapacitance_F,
    }),
    notes: [
      `Crossbar: ${rowCount} rows, ${cells.columnCount} columns. Row i: source r<i>, driver, then node w<i>_<j> at each cell j; far end open.`,
      `Column j: node b<i>_<j> at each cell i, then c<j> at its neuron. Driver ${driver.resistance_ohm} ohm,`,
      `wire ${line.cellResistance_ohm} ohm and ${line.cellCapacitance_F} F a cell.`,
    ],
  };
}

interface Elements {
  readonly driver_ohm: number;
  readonly wire_ohm: number;
  readonly cell_F: number;
}

function arrayLines(rowCount: number, outputCount: number, cells: SpiceCells, elements: Elements): string[] {
  const { driver_ohm, wire_ohm, cell_F } = elements;
  const { columnCount, conductance_S } = cells;
  // Without wire resistance a whole line is one node.
  const joined = wire_ohm === 0;
  const rowStart = (i: number): string => (driver_ohm === 0 ? `r${i}` : `d${i}`);
  const onRow = (i: number, j: number): string => (joined ? rowStart(i) : `w${i}_${j}`);
  const onColumn = (i: number, j: number): string => (joined ? `c${j}` : `b${i}_${j}`);
  const lines: string[] = [];
  for (let i = 0; i < rowCount; i++) {
    if (driver_ohm > 0) lines.push(`Rd${i} r${i} d${i} ${driver_ohm}`);
    for (let j = 0; j < columnCount; j++) {
      if (!joined) {
        lines.push(`Rw${i}_${j} ${j === 0 ? rowStart(i) : onRow(i, j - 1)} ${onRow(i, j)} ${wire_ohm}`);
        lines.push(`Rb${i}_${j} ${onColumn(i, j)} ${i + 1 === rowCount ? `c${j}` : onColumn(i + 1, j)} ${wire_ohm}`);
      }
      const cell_S = conductance_S[i * outputCount + j]!;
      if (cell_S > 0) lines.push(`Xs${i}_${j} ${onRow(i, j)} ${onColumn(i, j)} ${cells.subcircuit} g=${cell_S}`);
      if (cell_F > 0) {
        lines.push(`Cw${i}_${j} ${onRow(i, j)} 0 ${cell_F}`);
        if (cells.columnCapacitance) lines.push(`Cb${i}_${j} ${onColumn(i, j)} 0 ${cell_F}`);
      }
    }
  }
  return lines;
}

function names(letter: string, count: number): string[] {
  return Array.from({ length: count }, (_, index) => `${letter}${index}`);
}
