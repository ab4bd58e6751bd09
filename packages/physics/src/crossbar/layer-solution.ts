import type { PairedRows } from "./paired-rows.ts";
import { planFor } from "./array-terminals.ts";
import { resistorConductances_S, shapeOf } from "./array-network.ts";
import { joinColumns } from "./joined-columns.ts";
import type { ReducedTile } from "./joined-columns.ts";
import { reduceArray } from "./nested-reduction.ts";
import { columnMeanSquare, timesColumnConductance_S } from "./pattern-response.ts";
import { tilesBetween } from "./tile-layout.ts";
import type { TileLayout } from "./tile-layout.ts";
import { solveTile } from "./tile-solution.ts";
import type { TileSolution, WireTreatment } from "./tile-solution.ts";
import { wireLoading } from "./wire-correction.ts";

/** A layer on one array or on tiles. */
export interface LayerNetwork {
  readonly load: PairedRows;
  readonly layout: TileLayout;
  /** Whether the columns of tiles that share a neuron are joined there, or end each in an input of its own. */
  readonly columnsAreJoined: boolean;
  readonly driverResistance_ohm: number;
  /** Of one wire segment of a row or a column. */
  readonly segmentResistance_ohm: number;
}

/** A solved layer; transfers are 2M x N. */
export interface LayerSolution {
  /** Per volt on a row: current into the neuron, or the voltage of a floating column. */
  readonly columnTransfer: Float64Array;
  readonly currentTransfer_S: Float64Array;
  readonly inputAdmittance_S: Float64Array;
  /** Root of the mean square of the net currents over patterns and neurons. */
  readonly netCurrent_A: number;
  /** No net current of any pattern is off by more; 0 for an exact solution, `Infinity` when no bound is known. */
  readonly errorBound_A: number;
}

/**
 * Solves a layer. `certified` corrects ideal lines where the bound of the correction is at most `allowedError` times the root
 * mean square of the net currents, and is exact where it is not.
 *
 * @returns undefined when a column floats without conductance to any row
 */
export function solveLayer(
  network: LayerNetwork,
  wires: "exact" | "certified" | "ideal",
  allowedError: number,
): LayerSolution | undefined {
  if (wires !== "certified") return solveTiles(network, wires);
  // kappa^2 is the order of what the correction leaves out: where it is too large, the bound need not be computed.
  if (largestLoading(network) ** 2 > allowedError) return solveTiles(network, "exact");
  const corrected = solveTiles(network, "corrected");
  if (corrected === undefined || corrected.errorBound_A <= allowedError * corrected.netCurrent_A) return corrected;
  return solveTiles(network, "exact");
}

/** kappa of the layer as one array, which is at least that of its tiles. */
function largestLoading({ load, segmentResistance_ohm }: LayerNetwork): number {
  return wireLoading(
    { rowCount: 2 * load.inputCount, columnCount: load.outputCount, conductance_S: load.conductance_S },
    segmentResistance_ohm,
  );
}

interface Range {
  readonly from: number;
  readonly to: number;
}

function solveTiles(network: LayerNetwork, treatment: WireTreatment): LayerSolution | undefined {
  const { load, layout, columnsAreJoined } = network;
  const { inputCount, outputCount } = load;
  const rowTiles = tilesBetween(layout.rowStarts);
  const isJoined = columnsAreJoined && rowTiles.length > 1;
  const columnTransfer = new Float64Array(2 * inputCount * outputCount);
  const currentTransfer_S = new Float64Array(2 * inputCount * outputCount);
  const inputAdmittance_S = new Float64Array(inputCount * inputCount);
  let errorBound_A = 0;
  for (const columns of tilesBetween(layout.columnStarts)) {
    let columnBound_A = 0;
    for (const rows of isJoined ? [{ from: 0, to: 2 * inputCount }] : rowTiles) {
      const part = partOf(load, rows, columns);
      const tile = isJoined ? solveJoined(network, part, treatment) : solvePart(network, part, treatment);
      if (tile === undefined) return undefined;
      placeRows(tile.terminals.columnTransfer, columnTransfer, rows, columns, outputCount);
      placeRows(tile.currentTransfer_S, currentTransfer_S, rows, columns, outputCount);
      addSquare(tile.terminals.inputAdmittance_S, inputAdmittance_S, rows, inputCount);
      columnBound_A += tile.errorBound_A;
    }
    errorBound_A = Math.max(errorBound_A, columnBound_A);
  }
  const netCurrent_A = Math.sqrt(columnMeanSquare(currentTransfer_S, load));
  return { columnTransfer, currentTransfer_S, inputAdmittance_S, netCurrent_A, errorBound_A };
}

/** The load of some rows and columns. */
function partOf(load: PairedRows, rows: Range, columns: Range): PairedRows {
  const { inputCount, outputCount, patterns, patternCount } = load;
  const isWhole = rows.to - rows.from === 2 * inputCount && columns.to - columns.from === outputCount;
  if (isWhole) return load;
  const width = columns.to - columns.from;
  const conductance_S = new Float64Array((rows.to - rows.from) * width);
  for (let i = rows.from; i < rows.to; i++) {
    const row = i * outputCount;
    conductance_S.set(load.conductance_S.subarray(row + columns.from, row + columns.to), (i - rows.from) * width);
  }
  const inputs = (rows.to - rows.from) / 2;
  const part = new Float64Array(patternCount * inputs);
  for (let pattern = 0; pattern < patternCount; pattern++) {
    const first = pattern * inputCount + rows.from / 2;
    part.set(patterns.subarray(first, first + inputs), pattern * inputs);
  }
  return { ...load, inputCount: inputs, outputCount: width, conductance_S, patterns: part };
}

function solvePart(network: LayerNetwork, part: PairedRows, treatment: WireTreatment): TileSolution | undefined {
  const array = {
    rowCount: 2 * part.inputCount,
    columnCount: part.outputCount,
    rowsPerInput: 2 as const,
    conductance_S: part.conductance_S,
    driverResistance_ohm: network.driverResistance_ohm,
    neuronInputResistance_ohm: part.neuronInputResistance_ohm,
  };
  return solveTile(part, array, network.segmentResistance_ohm, treatment);
}

/**
 * The tiles of some columns, joined at their neurons. Each tile's columns reach the neuron over wires of their own, past the tiles
 * between.
 */
function solveJoined(network: LayerNetwork, part: PairedRows, treatment: WireTreatment): TileSolution | undefined {
  const { outputCount, neuronInputResistance_ohm, conductance_S } = part;
  const segment_ohm = treatment === "ideal" ? 0 : network.segmentResistance_ohm;
  const rowCount = 2 * part.inputCount;
  const tiles = tilesBetween(network.layout.rowStarts).map(({ from, to }): ReducedTile => {
    const columnResistance_ohm = new Float64Array((to - from) * outputCount).fill(segment_ohm);
    columnResistance_ohm.fill(segment_ohm * (1 + rowCount - to), (to - from - 1) * outputCount);
    const array = {
      rowCount: to - from,
      columnCount: outputCount,
      rowsPerInput: 2 as const,
      conductance_S: conductance_S.subarray(from * outputCount, to * outputCount),
      driverResistance_ohm: network.driverResistance_ohm,
      rowResistance_ohm: segment_ohm,
      columnResistance_ohm,
      neuronInputResistance_ohm: 0,
    };
    const terminal_S = reduceArray(planFor(shapeOf(array)), resistorConductances_S(array));
    return { firstRow: from, rowCount: to - from, terminal_S };
  });
  const terminals = joinColumns(tiles, outputCount, neuronInputResistance_ohm);
  if (terminals === undefined) return undefined;
  return {
    terminals,
    currentTransfer_S:
      neuronInputResistance_ohm === Infinity
        ? timesColumnConductance_S(terminals.columnTransfer, conductance_S, outputCount)
        : terminals.columnTransfer,
    errorBound_A: treatment === "ideal" && network.segmentResistance_ohm > 0 ? Infinity : 0,
  };
}

function placeRows(part: Float64Array, whole: Float64Array, rows: Range, columns: Range, outputCount: number): void {
  const width = columns.to - columns.from;
  for (let i = rows.from; i < rows.to; i++) {
    const row = (i - rows.from) * width;
    whole.set(part.subarray(row, row + width), i * outputCount + columns.from);
  }
}

/** Adds the admittance of the inputs of some rows. */
function addSquare(part: Float64Array, whole: Float64Array, rows: Range, inputCount: number): void {
  const inputs = (rows.to - rows.from) / 2;
  const first = rows.from / 2;
  for (let a = 0; a < inputs; a++) {
    for (let b = 0; b < inputs; b++) whole[(first + a) * inputCount + first + b]! += part[a * inputs + b]!;
  }
}
