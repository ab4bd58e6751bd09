import { METRICS } from "@neurofront/core";
import type { MetricName, Unit } from "@neurofront/core";
import { csv } from "./csv.ts";
import { formatMetric, formatRatio, NO_NUMBER } from "./metric-text.ts";

/** What a table holds: SI numbers and text; undefined where there is nothing. */
export type Cell = string | number | undefined;

/** A column of SI numbers, or of text, with how people read it. */
export interface DataColumn {
  /** What files call it. */
  readonly name: string;
  /** Absent for text, counts and names. */
  readonly unit?: Unit;
  /** What people call it. */
  readonly title: string;
  readonly isNumeric: boolean;
  /** The upper end of an interval whose lower end is the column before; people read both in one cell. */
  readonly isUpperEnd?: boolean;
  readonly show: (cell: Cell) => string;
}

/** A table that is shown, and written to files. */
export interface DataTable {
  /** Names its file. */
  readonly id: string;
  readonly caption: string;
  readonly columns: readonly DataColumn[];
  readonly rows: readonly (readonly Cell[])[];
}

/** A table as people read it. */
export interface ShownTable {
  readonly columns: readonly { readonly title: string; readonly isNumeric: boolean }[];
  readonly rows: readonly (readonly string[])[];
}

/** A table for a page or a terminal: numbers as text, intervals in one cell, columns without any content left out. */
export function shownTable({ columns, rows }: DataTable): ShownTable {
  const shown = columns.flatMap((column, index) => {
    if (column.isUpperEnd === true || rows.every((row) => row[index] === undefined)) return [];
    const hasUpperEnd = columns[index + 1]?.isUpperEnd === true;
    const text = (row: readonly Cell[]): string =>
      hasUpperEnd && row[index] !== undefined
        ? `${column.show(row[index])} to ${columns[index + 1]!.show(row[index + 1])}`
        : column.show(row[index]);
    return [{ column, text }];
  });
  return {
    columns: shown.map(({ column: { title, isNumeric } }) => ({ title, isNumeric })),
    rows: rows.map((row) => shown.map(({ text }) => text(row))),
  };
}

/** The two columns of an interval. */
export function intervalColumns(
  name: string,
  title: string,
  ends: (name: string, title: string) => DataColumn,
): DataColumn[] {
  return [ends(`${name}_low`, title), { ...ends(`${name}_high`, title), isUpperEnd: true }];
}

/** A column of text or names. */
export function textColumn(name: string, title: string): DataColumn {
  return { name, title, isNumeric: false, show: (cell) => (cell === undefined ? NO_NUMBER : String(cell)) };
}

/** A column of whole numbers. */
export function countColumn(name: string, title: string): DataColumn {
  return { ...textColumn(name, title), isNumeric: true };
}

/** A column of a metric in SI. */
export function metricColumn(metric: MetricName, name: string, title: string): DataColumn {
  return numberColumn(name, title, METRICS[metric].unit, (value) => formatMetric(metric, value));
}

/** A column of factors between two numbers. */
export function factorColumn(name: string, title: string): DataColumn {
  return numberColumn(name, title, "1", formatRatio);
}

/** A column of numbers in a unit. */
export function numberColumn(name: string, title: string, unit: Unit, text: (value: number) => string): DataColumn {
  return {
    name,
    unit,
    title,
    isNumeric: true,
    show: (cell) => (typeof cell === "number" ? text(cell) : (cell ?? NO_NUMBER)),
  };
}

/** The head of a column in a file: `energy [J]`, or the name alone where there is no unit. */
export function columnHead({ name, unit }: Pick<DataColumn, "name" | "unit">): string {
  return unit === undefined ? name : `${name} [${unit}]`;
}

/** The table as a CSV file, SI numbers with every digit, after RFC 4180. */
export function dataTableCsv({ columns, rows }: DataTable): string {
  return `${csv(
    columns.map((column) => columnHead(column)),
    rows,
    "\r\n",
    "every",
  )}\r\n`;
}
