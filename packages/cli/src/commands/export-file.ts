import { dirname, join } from "node:path";
import {
  bestDesignsLatex,
  candidateTable,
  candidatesJson,
  dataTableCsv,
  referencesBib,
  renderParquet,
} from "@neurofront/report";
import type { CandidateChoice, ReportInput } from "@neurofront/report";
import { readArchive } from "../archive-input.ts";
import { checkNewFiles, shownPath, writePieces } from "../new-file.ts";
import type { Terminal } from "../terminal.ts";

/** Exports that are one file. */
export type FileKind = "csv" | "json" | "parquet" | "latex" | "bibtex";

/** What exports of one file take. */
export interface ExportFileOptions {
  /** The fronts alone in place of every candidate; csv, json and parquet. */
  readonly only?: "front";
  /** Default: beside the archive. */
  readonly out?: string;
  readonly overwrite?: boolean;
}

/** Names are our own: nothing from an archive becomes a path. */
const FILE_NAMES: Readonly<Record<FileKind, (choice: CandidateChoice) => string>> = {
  csv: (choice) => `${TABLE_NAMES[choice]}.csv`,
  json: (choice) => `${TABLE_NAMES[choice]}.json`,
  parquet: (choice) => `${TABLE_NAMES[choice]}.parquet`,
  latex: () => "best-designs.tex",
  bibtex: () => "references.bib",
};
const TABLE_NAMES: Readonly<Record<CandidateChoice, string>> = { all: "candidates", front: "front" };

/**
 * Write an archive's candidates, best designs or references as one file.
 *
 * @throws UsageError when the file exists and is not to be replaced
 */
export async function exportFileCommand(
  kind: FileKind,
  archivePath: string,
  options: ExportFileOptions,
  terminal: Terminal,
): Promise<void> {
  const choice = options.only ?? "all";
  const path = options.out ?? join(dirname(archivePath), FILE_NAMES[kind](choice));
  checkNewFiles([path], options.overwrite ?? false);
  writePieces(path, await piecesOf(kind, readArchive(archivePath), choice));
  terminal.out.write(`${kind.padEnd(8)} ${shownPath(path)}\n`);
}

async function piecesOf(
  kind: FileKind,
  input: ReportInput,
  choice: CandidateChoice,
): Promise<Iterable<string | Uint8Array>> {
  switch (kind) {
    case "csv":
      return [dataTableCsv(candidateTable(input, choice))];
    case "json":
      return candidatesJson(input, choice);
    case "parquet":
      return [await renderParquet(candidateTable(input, choice))];
    case "latex":
      return [bestDesignsLatex(input)];
    case "bibtex":
      return [referencesBib(input.study)];
    default:
      return kind satisfies never;
  }
}
