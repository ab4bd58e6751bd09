import { terminalsOf } from "./array-terminals.ts";
import type { ArrayTerminals } from "./array-terminals.ts";
import { openTerminals } from "./floating-terminals.ts";

/** One of the arrays that share neurons, reduced to its rows and the ends of its columns. */
export interface ReducedTile {
  readonly firstRow: number;
  readonly rowCount: number;
  /** Conductance between terminals a > b at a * (rowCount + columnCount) + b, rows first. */
  readonly terminal_S: Float64Array;
}

/** Joins the ends of the columns of several arrays at the neurons, where their currents add up. */
export function joinColumns(
  tiles: readonly ReducedTile[],
  columnCount: number,
  neuronInputResistance_ohm: number,
): ArrayTerminals | undefined {
  const rowCount = tiles.reduce((sum, tile) => sum + tile.rowCount, 0);
  const ends = rowCount + columnCount;
  const isResistive = neuronInputResistance_ohm > 0 && neuronInputResistance_ohm < Infinity;
  // Rows, ends of the columns, and the grounds behind neurons that have a resistance.
  const size = isResistive ? ends + columnCount : ends;
  const joined_S = new Float64Array(size * size);
  for (const tile of tiles) {
    const tileSize = tile.rowCount + columnCount;
    const place = (a: number): number => (a < tile.rowCount ? tile.firstRow + a : rowCount + a - tile.rowCount);
    for (let a = 0; a < tileSize; a++) {
      for (let b = 0; b < a; b++) joined_S[place(a) * size + place(b)]! += tile.terminal_S[a * tileSize + b]!;
    }
  }
  const described = { rowCount, columnCount, rowsPerInput: 2 as const, neuronInputResistance_ohm };
  if (!isResistive) return terminalsOf(described, joined_S);
  for (let j = 0; j < columnCount; j++) joined_S[(ends + j) * size + rowCount + j] = 1 / neuronInputResistance_ohm;
  const opened = openTerminals(
    joined_S,
    size,
    Array.from({ length: columnCount }, (_, j) => rowCount + j),
  );
  if (opened === undefined) return undefined;
  const held_S = new Float64Array(ends * ends);
  const place = (a: number): number => (a < rowCount ? a : a + columnCount);
  for (let a = 0; a < ends; a++) {
    for (let b = 0; b < a; b++) held_S[a * ends + b] = opened.conductance_S[place(a) * size + place(b)]!;
  }
  return terminalsOf(described, held_S);
}
