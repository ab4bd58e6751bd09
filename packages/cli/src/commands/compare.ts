import { basename, dirname, join, resolve } from "node:path";
import { METRICS, parseQuantity } from "@neurofront/core";
import type { Accounting, MetricName } from "@neurofront/core";
import { attainmentTable, compareArchives, compareTables, dataTableCsv, renderComparison } from "@neurofront/report";
import type { ComparedArchive, CrossComparison } from "@neurofront/report";
import { suggestion } from "@neurofront/study";
import { readArchive } from "../archive-input.ts";
import { compareText } from "../compare-text.ts";
import { checkNewFiles, makeFolder, shownPath, writePieces } from "../new-file.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

/** What `neurofront compare` takes. */
export interface CompareCommandOptions {
  /** Folder for page, tables and JSON; without it nothing is written. */
  readonly out?: string;
  /** Replace files of an earlier comparison. */
  readonly overwrite?: boolean;
  readonly accounting?: Accounting;
  /** `metric=quantity` for every objective, with commas between. */
  readonly reference?: string;
}

/**
 * Compare the technologies of archives, and the runs of each that differ only in the seed.
 *
 * @throws CompareError when the archives cannot be compared fairly
 * @throws UsageError when an option cannot be read, or files are there that are not to be replaced; nothing is written then
 */
export async function compareCommand(
  paths: readonly string[],
  options: CompareCommandOptions,
  terminal: Terminal,
): Promise<void> {
  const archives = openAll(paths);
  const reference = options.reference === undefined ? undefined : readReference(options.reference, archives);
  const comparison = compareArchives(archives, {
    ...(options.accounting && { accounting: options.accounting }),
    ...(reference && { reference }),
  });
  const written =
    options.out === undefined ? [] : writeFiles(options.out, await filesOf(comparison), options.overwrite ?? false);
  terminal.out.write(`${compareText(comparison, terminal.columns)}\n`);
  if (written.length > 0) terminal.out.write(`\n${written.map((path) => `wrote    ${path}`).join("\n")}\n`);
}

function openAll(paths: readonly string[]): ComparedArchive[] {
  const labels = labelsOf(paths);
  return paths.map((path, index) => ({ label: labels[index]!, ...readArchive(path) }));
}

/** The name of the folder where that tells the archives apart, else the path. */
function labelsOf(paths: readonly string[]): string[] {
  if (new Set(paths).size < paths.length) throw new UsageError("an archive is named twice");
  const folders = paths.map((path) =>
    basename(path) === "archive.sqlite" ? basename(dirname(resolve(path))) : basename(path, ".sqlite"),
  );
  return new Set(folders).size === paths.length ? folders : [...paths];
}

function readReference(text: string, [first]: readonly ComparedArchive[]): Map<MetricName, number> {
  const metrics = first!.study.objectives.map(({ metric }) => metric);
  const values = new Map<MetricName, number>();
  for (const assignment of text.split(",")) {
    const [name = "", quantity = ""] = assignment.split("=").map((part) => part.trim());
    const metric = metrics.find((each) => each === name);
    if (metric === undefined)
      throw new UsageError(
        `--reference: "${name}" is not an objective of these archives; ${suggestion(name, metrics)}`,
      );
    const reading = parseQuantity(quantity, METRICS[metric].unit);
    if (!reading.ok) throw new UsageError(`--reference ${metric}: ${reading.problem}`);
    values.set(metric, reading.value);
  }
  return values;
}

/** File names are our own: nothing from an archive becomes a path. */
async function filesOf(comparison: CrossComparison): Promise<[name: string, text: string][]> {
  const tables = comparison.accountings.flatMap((cross) => [
    ...compareTables(comparison, cross),
    attainmentTable(cross),
  ]);
  return [
    ["compare.html", await renderComparison(comparison)],
    ["compare.json", `${JSON.stringify(comparison, undefined, 2)}\n`],
    ...tables.map((table): [string, string] => [`${table.id}.csv`, dataTableCsv(table)]),
  ];
}

function writeFiles(folder: string, files: readonly (readonly [string, string])[], overwrite: boolean): string[] {
  const paths = files.map(([name]) => join(folder, name));
  makeFolder(folder);
  checkNewFiles(paths, overwrite);
  files.forEach(([, text], index) => writePieces(paths[index]!, [text]));
  return paths.map((path) => shownPath(path));
}
