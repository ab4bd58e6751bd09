/**
 * A table as comma-separated values; the first row names the columns, with units. Quoting as in RFC 4180.
 *
 * @param lineEnd RFC 4180's carriage return and line feed in a file of its own; a line feed alone where an HTML page carries
 *   the table, because pages keep no carriage returns
 */
export function csv(
  columns: readonly string[],
  rows: readonly (readonly (string | number | undefined)[])[],
  lineEnd: "\n" | "\r\n" = "\n",
): string {
  return [columns, ...rows].map((row) => row.map((cell) => field(cell)).join(",")).join(lineEnd);
}

function field(cell: string | number | undefined): string {
  if (cell === undefined) return "";
  if (typeof cell === "number") return Number.isFinite(cell) ? String(Number(cell.toPrecision(9))) : String(cell);
  // A spreadsheet would run text that begins like a formula.
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
