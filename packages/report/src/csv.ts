import { unitSuffix } from "@neurofront/core";
import type { Unit } from "@neurofront/core";

/**
 * A table as comma-separated values; the first row names the columns, with units. Quoting as in RFC 4180.
 *
 * @param lineEnd RFC 4180's carriage return and line feed in a file of its own; a line feed alone where an HTML page carries
 *   the table, because pages keep no carriage returns
 * @param digits significant digits of numbers, or `every` one that tells a number from its neighbours
 */
export function csv(
  columns: readonly string[],
  rows: readonly (readonly (string | number | undefined)[])[],
  lineEnd: "\n" | "\r\n" = "\n",
  digits: number | "every" = 9,
): string {
  return [columns, ...rows].map((row) => row.map((cell) => field(cell, digits)).join(",")).join(lineEnd);
}

/** The head of a column: `delay_s` in `s` is `delay [s]`. What has no unit keeps its name. */
export function quantityColumn(name: string, unit: Unit): string {
  const suffix = unitSuffix(unit);
  const stem = suffix !== "" && name.endsWith(suffix) ? name.slice(0, -suffix.length) : name;
  return unit === "1" ? stem : `${stem} [${unit}]`;
}

function field(cell: string | number | undefined, digits: number | "every"): string {
  if (cell === undefined) return "";
  if (typeof cell === "number")
    return String(digits === "every" || !Number.isFinite(cell) ? cell : Number(cell.toPrecision(digits)));
  // A spreadsheet would run text that begins like a formula.
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
