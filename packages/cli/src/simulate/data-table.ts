import { csv } from "@neurofront/report";
import type { Column } from "./columns.ts";

/** A file of columns: one row a point, after a head of names with units. */
export function dataFile(
  leading: readonly TextColumn[],
  columns: readonly Column[],
  trailing: readonly TextColumn[] = [],
): string {
  const all = [...leading, ...columns, ...trailing];
  const head = all.map((column) => ("unit" in column ? `${column.name} [${column.unit}]` : column.name));
  const rows = Array.from({ length: all[0]?.values.length ?? 0 }, (_, k) =>
    all.map(({ values }) => (Number.isNaN(values[k]) ? undefined : values[k])),
  );
  return `${csv(head, rows, "\r\n")}\r\n`;
}

/** A column of words, or of an axis that may be of words. */
export interface TextColumn {
  readonly name: string;
  readonly unit?: string;
  readonly values: readonly (string | number | undefined)[];
}
