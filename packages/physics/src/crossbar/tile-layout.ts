/** How a layer is cut into arrays: tile t of the rows is [rowStarts[t], rowStarts[t + 1]), and so for the columns. */
export interface TileLayout {
  readonly rowStarts: readonly number[];
  readonly columnStarts: readonly number[];
}

/**
 * As few tiles as the largest array allows, of as equal size as can be. Pairs of rows stay together.
 *
 * @param largestRows largest number of rows of one array, 0 for no limit; below 2 it counts as 2
 * @param largestColumns 0 for no limit
 */
export function tileLayout(
  rowCount: number,
  columnCount: number,
  largestRows: number,
  largestColumns: number,
): TileLayout {
  const pairs = cuts(rowCount / 2, largestRows === 0 ? 0 : Math.max(Math.floor(largestRows / 2), 1));
  return { rowStarts: pairs.map((pair) => 2 * pair), columnStarts: cuts(columnCount, largestColumns) };
}

/** Neighbours in a list of starts. */
export function tilesBetween(starts: readonly number[]): { readonly from: number; readonly to: number }[] {
  return starts.slice(1).map((to, index) => ({ from: starts[index]!, to }));
}

/** The longest tile. */
export function longestTile(starts: readonly number[]): number {
  return Math.max(...tilesBetween(starts).map(({ from, to }) => to - from));
}

/** Cells that the columns of all tiles pass on their way to a neuron they share, behind their own tile. */
export function summingLineCells({ rowStarts }: TileLayout): number {
  return tilesBetween(rowStarts).reduce((sum, { to }) => sum + rowStarts.at(-1)! - to, 0);
}

function cuts(count: number, largest: number): number[] {
  const tiles = largest === 0 ? 1 : Math.ceil(count / largest);
  return Array.from({ length: tiles + 1 }, (_, index) => Math.floor((index * count) / tiles));
}
