import { mkdirSync, writeFileSync } from "node:fs";
import { join, relative } from "node:path";
import { renderCurves } from "@neurofront/report";
import type { CurvePanels } from "@neurofront/report";
import type { Simulation } from "./simulation.ts";

/** Where the results are. */
export interface ResultFiles {
  readonly table: string;
  readonly figure: string;
}

/** Write a table and a figure into the folder that is asked for, `out/<model>` unless told. */
export async function writeResults(
  { device, options }: Simulation,
  name: string,
  table: string,
  figure: CurvePanels,
): Promise<ResultFiles> {
  const folder = options.out ?? join("out", device.id);
  const svg = await renderCurves(figure);
  mkdirSync(folder, { recursive: true });
  const files = { table: join(folder, `${name}.csv`), figure: join(folder, `${name}.svg`) };
  writeFileSync(files.table, table);
  writeFileSync(files.figure, svg);
  return files;
}

/** Two lines that say where the results are. */
export function filesText(files: ResultFiles): string {
  const shown = (path: string): string => relative(process.cwd(), path) || path;
  return `table   ${shown(files.table)}\nfigure  ${shown(files.figure)}`;
}
