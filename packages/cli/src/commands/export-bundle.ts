import { existsSync, mkdirSync, readdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { zipSync } from "fflate";
import type { Zippable } from "fflate";
import { bundleFiles } from "../bundle/bundle-files.ts";
import { checkNewFiles, shownPath } from "../new-file.ts";
import type { OpenedCatalog } from "../plugins/open-catalog.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

/** What `neurofront export bundle` takes. */
export interface ExportBundleOptions {
  /** A name that ends in .zip, or a folder; default: bundle.zip beside the archive. */
  readonly out?: string;
  readonly overwrite?: boolean;
}

/** No clock time: the same archive gives the same zip file. 1980 is where the dates of zip files begin. */
const NO_DATE = new Date(1980, 0, 1);

/**
 * Write study, resolved form, archive, report, figures, tables and references of a run as one bundle with a manifest of hashes.
 *
 * @throws UsageError when the bundle exists and is not to be replaced
 */
export async function exportBundleCommand(
  archivePath: string,
  options: ExportBundleOptions,
  opened: OpenedCatalog,
  terminal: Terminal,
): Promise<void> {
  const out = options.out ?? join(dirname(archivePath), "bundle.zip");
  const isZip = out.endsWith(".zip");
  if (isZip) checkNewFiles([out], options.overwrite ?? false);
  else checkFolder(out, options.overwrite ?? false);
  const { files, notes } = await bundleFiles(archivePath, opened, terminal);
  if (isZip) writeFileSync(out, zipSync(Object.fromEntries(files) satisfies Zippable, { mtime: NO_DATE }));
  else writeFolder(out, files);
  for (const note of notes) terminal.err.write(`${note}\n`);
  terminal.out.write(`bundle   ${shownPath(out)}\nrepeat   neurofront reproduce ${shownPath(out)}\n`);
}

function checkFolder(folder: string, overwrite: boolean): void {
  if (existsSync(folder) && readdirSync(folder).length > 0 && !overwrite)
    throw new UsageError(`${folder} is not empty; name another place with --out, or write into it with --overwrite`);
}

function writeFolder(folder: string, files: ReadonlyMap<string, Uint8Array>): void {
  for (const [path, content] of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}
