import { longestTile, summingLineCells, tileLayout } from "./tile-layout.ts";
import type { TileLayout } from "./tile-layout.ts";

/** How the columns of a layer end in neurons. */
export interface TiledColumns {
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

/**
 * The columns of a layer on one array or on tiles.
 *
 * @param cell_F wire and synapse
 * @param wire_F the wire of one cell alone
 */
export function tiledColumns(
  { inputCount, outputCount }: { readonly inputCount: number; readonly outputCount: number },
  tiles: { readonly tileRows: number; readonly tileColumns: number; readonly partialSums: "analogue" | "digital" },
  cell_F: number,
  wire_F: number,
): TiledColumns {
  const rowCount = 2 * inputCount;
  const layout = tileLayout(rowCount, outputCount, tiles.tileRows, tiles.tileColumns);
  const areJoined = tiles.partialSums === "analogue" && layout.rowStarts.length > 2;
  const summedRows = areJoined ? rowCount : longestTile(layout.rowStarts);
  const summingLine_F = areJoined ? summingLineCells(layout) * wire_F : 0;
  return { layout, areJoined, summedRows, summingLine_F, capacitance_F: summedRows * cell_F + summingLine_F };
}
