import { wrapLine } from "./wrapped-text.ts";

const GAP = "  ";

/** How a table is laid out. */
export interface TableLayout {
  /** Columns whose cells end together, as numbers do. */
  readonly right?: readonly number[];
  /** Characters a line may have: long cells are broken between words. Without it, lines are as long as they need. */
  readonly width?: number | undefined;
}

/** Columns of text, left-aligned, two spaces between; each row as a block of lines where the columns do not fit side by side. */
export function textTable(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  { right = [], width }: TableLayout = {},
): string {
  const widths = columnWidths(head, rows, right, width);
  if (width !== undefined && totalWidth(widths) > width)
    return rows.map((row) => recordText(head, row, width)).join("\n");
  const lineOf = (cells: readonly string[]): string =>
    cells
      .map((cell, column) => (right.includes(column) ? cell.padStart(widths[column]!) : cell.padEnd(widths[column]!)))
      .join(GAP)
      .trimEnd();
  const linesOf = (row: readonly string[]): string[] => {
    const cells = head.map((_, column) => wrapLine(row[column] ?? "", widths[column]!));
    const height = Math.max(...cells.map(({ length }) => length));
    return Array.from({ length: height }, (_, line) => lineOf(cells.map((lines) => lines[line] ?? "")));
  };
  return [...linesOf(head), widths.map((own) => "-".repeat(own)).join(GAP), ...rows.flatMap(linesOf)].join("\n");
}

/** As wide as the longest cell; where that is too much, the widest columns give way, but no word and no number is broken. */
function columnWidths(
  head: readonly string[],
  rows: readonly (readonly string[])[],
  right: readonly number[],
  width: number | undefined,
): number[] {
  const longest = (texts: readonly string[]): number => Math.max(...texts.map(({ length }) => length));
  const columns = head.map((title, column) => ({ title, cells: rows.map((row) => row[column] ?? "") }));
  const natural = columns.map(({ title, cells }) => longest([title, ...cells]));
  if (width === undefined) return natural;
  const least = columns.map(({ title, cells }, column) =>
    longest([...title.split(" "), ...(right.includes(column) ? cells : cells.flatMap((cell) => cell.split(" ")))]),
  );
  for (let most = Math.max(...natural); most > 0; most--) {
    const widths = natural.map((own, column) => Math.max(least[column]!, Math.min(own, most)));
    if (totalWidth(widths) <= width) return widths;
  }
  return least;
}

function totalWidth(widths: readonly number[]): number {
  return widths.reduce((sum, own) => sum + own, 0) + GAP.length * (widths.length - 1);
}

/** The first cell, and below it the others behind their heads. */
function recordText(head: readonly string[], row: readonly string[], width: number): string {
  const [title = "", ...cells] = row;
  const widest = Math.max(...head.slice(1).map(({ length }) => length));
  const hanging = " ".repeat(2 * GAP.length + widest);
  const lines = cells.flatMap((cell, index) => {
    if (cell === "") return [];
    const [first = "", ...others] = wrapLine(cell, width - hanging.length);
    const begin = `${GAP}${head[index + 1]!.padEnd(widest)}${GAP}${first}`;
    return [begin, ...others.map((line) => hanging + line)];
  });
  return [title, ...lines].join("\n");
}
