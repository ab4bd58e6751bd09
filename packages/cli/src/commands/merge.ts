import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Archive, mergeArchives } from "@neurofront/archive";
import { searchesOf } from "@neurofront/study";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

/**
 * Put the archives of the parts of a study together, and the resolved form beside it.
 *
 * @throws UsageError when the folder holds an archive
 * @throws ArchiveError when the parts are not of one study
 */
export function mergeCommand(parts: readonly string[], folder: string, terminal: Terminal): void {
  const path = join(folder, "archive.sqlite");
  if (existsSync(path)) throw new UsageError(`${path} exists already; name another folder with --out`);
  mkdirSync(folder, { recursive: true });
  mergeArchives(parts, path);
  const archive = Archive.open(path);
  try {
    const study = archive.study();
    writeFileSync(join(folder, "resolved.json"), `${JSON.stringify(study, undefined, 2)}\n`);
    terminal.out.write(`archive  ${path}\n`);
    const missing = searchesOf(study).filter(({ name }) => archive.candidates(name).length === 0);
    if (missing.length > 0) terminal.err.write(`not in any part: ${missing.map(({ name }) => name).join(", ")}\n`);
  } finally {
    archive.close();
  }
}
