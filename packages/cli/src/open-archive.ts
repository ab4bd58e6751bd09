import { existsSync, mkdirSync, rmSync } from "node:fs";
import { join, relative } from "node:path";
import { Archive } from "@neurofront/archive";
import type { ResolvedStudy } from "@neurofront/core";
import { UsageError } from "./usage-error.ts";

/**
 * The archive of a study at a path: the one that is there, to go on with, or a new one.
 *
 * @param overwrite whether that of another study may be replaced
 * @throws UsageError when another study's is there
 */
export function openOrCreate(path: string, study: ResolvedStudy, overwrite: boolean): Archive {
  if (existsSync(path)) {
    const archive = Archive.open(path, "write");
    const other = archive.study();
    if (other.hash === study.hash) return archive;
    archive.close();
    if (!overwrite)
      throw new UsageError(
        `${relative(process.cwd(), path) || path} holds the archive of another study ("${other.title}", hash ${other.hash.slice(0, 12)}; this one is ${study.hash.slice(0, 12)}); ` +
          `name another folder with --out, or replace it with --overwrite`,
      );
    for (const suffix of ["", "-wal", "-shm"]) rmSync(path + suffix, { force: true });
  }
  mkdirSync(join(path, ".."), { recursive: true });
  return Archive.create(path, study);
}
