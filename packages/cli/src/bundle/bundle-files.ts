import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { copyArchive } from "@neurofront/archive";
import { bestDesignsLatex, candidateTable, dataTableCsv, referencesBib, renderReport } from "@neurofront/report";
import { readArchive } from "../archive-input.ts";
import { withPictures } from "../report-pictures.ts";
import type { OpenedCatalog } from "../plugins/open-catalog.ts";
import type { Terminal } from "../terminal.ts";
import { figureFiles } from "./figure-files.ts";
import { MANIFEST_NAME, manifestOf } from "./manifest.ts";
import { studyData } from "./study-data.ts";

/** Everything that repeats and shows one run, by path within the bundle, and what a reader must know. */
export interface BundleFiles {
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly notes: readonly string[];
}

/** The files of a bundle, the manifest last. The same archive gives the same bytes on the same runtime. */
export async function bundleFiles(
  archivePath: string,
  opened: OpenedCatalog,
  terminal: Terminal,
): Promise<BundleFiles> {
  const copy = archiveBytes(archivePath);
  const { input, notes } = await withPictures(readArchive(archivePath), archivePath, opened, terminal);
  const { study } = input;
  const figures = await figureFiles(input, ["svg", "pdf"]);
  const texts: [path: string, content: string | Uint8Array][] = [
    ["study.json", json(study.source)],
    ["resolved.json", json(study)],
    ["archive.sqlite", copy],
    ["report.html", await renderReport(input)],
    ["front.csv", dataTableCsv(candidateTable(input, "front"))],
    ["best-designs.tex", bestDesignsLatex(input)],
    ["references.bib", referencesBib(study)],
    ...studyData(study, dirname(archivePath)).map(([path, content]): [string, Uint8Array] => [path, content]),
    ...figures.files.map(({ name, content }): [string, string | Uint8Array] => [`figures/${name}`, content]),
  ];
  const files = new Map(
    texts.map(([path, content]) => [path, typeof content === "string" ? Buffer.from(content) : content] as const),
  );
  const manifest = manifestOf(study, files);
  return {
    files: new Map([...files, [MANIFEST_NAME, Buffer.from(json(manifest))]]),
    notes: [...notes, ...figures.notes],
  };
}

function json(value: unknown): string {
  return `${JSON.stringify(value, undefined, 2)}\n`;
}

/** The bytes of an archive as one file that stands alone. */
function archiveBytes(path: string): Uint8Array {
  const folder = mkdtempSync(join(tmpdir(), "neurofront-bundle-"));
  try {
    copyArchive(path, join(folder, "archive.sqlite"));
    return readFileSync(join(folder, "archive.sqlite"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
