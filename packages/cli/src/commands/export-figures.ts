import { dirname, join } from "node:path";
import { readArchive } from "../archive-input.ts";
import { figureFiles } from "../bundle/figure-files.ts";
import type { FigureKind } from "../bundle/figure-files.ts";
import { checkNewFiles, makeFolder, shownPath, writePieces } from "../new-file.ts";
import { withPictures } from "../report-pictures.ts";
import type { OpenedCatalog } from "../plugins/open-catalog.ts";
import type { Terminal } from "../terminal.ts";

/** What exports of figures take. */
export interface ExportFiguresOptions {
  /** Folder; default: `figures` beside the archive. */
  readonly out?: string;
  readonly overwrite?: boolean;
}

/**
 * Write every figure of an archive's report, and beside each the numbers behind it as CSV.
 *
 * @throws UsageError when a file exists and is not to be replaced
 */
export async function exportFiguresCommand(
  kind: FigureKind,
  archivePath: string,
  options: ExportFiguresOptions,
  opened: OpenedCatalog,
  terminal: Terminal,
): Promise<void> {
  const folder = options.out ?? join(dirname(archivePath), "figures");
  const { input, notes: omissions } = await withPictures(readArchive(archivePath), archivePath, opened, terminal);
  const { files, notes } = await figureFiles(input, [kind]);
  const paths = files.map(({ name }) => join(folder, name));
  makeFolder(folder);
  checkNewFiles(paths, options.overwrite ?? false);
  files.forEach(({ content }, index) => writePieces(paths[index]!, [content]));
  for (const note of [...omissions, ...notes]) terminal.err.write(`${note}\n`);
  terminal.out.write(`${paths.map((path) => `${kind.padEnd(8)} ${shownPath(path)}`).join("\n")}\n`);
}
