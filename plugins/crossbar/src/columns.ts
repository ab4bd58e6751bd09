import type { ColumnLoad, Design } from "@neurofront/core";
import { longestTile, summingLineCells, tileLayout } from "@neurofront/physics";
import type { TileLayout } from "@neurofront/physics";
import type { crossbarParameters } from "./parameters.ts";
import { cellsOf } from "./wires.ts";

/** How the columns of a layer end in neurons. */
export interface Columns {
  readonly layout: TileLayout;
  /** Whether tiles above each other share a neuron. */
  readonly areJoined: boolean;
  /** Rows whose synapses one end of a column sees. */
  readonly summedRows: number;
  /** Of the wires past the tiles, to the neuron that they share. */
  readonly summingLine_F: number;
  /** Of what one neuron, or one converter of a tile, sees. */
  readonly capacitance_F: number;
}

/** The columns of a layer on one array or on tiles. */
export function columnsOf(design: Design<typeof crossbarParameters>, load: ColumnLoad): Columns {
  const rowCount = 2 * load.inputCount;
  const layout = tileLayout(rowCount, load.outputCount, design.tileRows, design.tileColumns);
  const areJoined = design.partialSums === "analogue" && layout.rowStarts.length > 2;
  const summedRows = areJoined ? rowCount : longestTile(layout.rowStarts);
  const cells = cellsOf(design, load);
  const summingLine_F = areJoined ? summingLineCells(layout) * cells.wireCapacitance_F : 0;
  return {
    layout,
    areJoined,
    summedRows,
    summingLine_F,
    capacitance_F: summedRows * cells.cellCapacitance_F + summingLine_F,
  };
}
