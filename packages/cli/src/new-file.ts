import { closeSync, existsSync, mkdirSync, openSync, writeSync } from "node:fs";
import { dirname, relative } from "node:path";
import { UsageError } from "./usage-error.ts";

/**
 * Refuse to write where files are that are not to be replaced, or where there is no folder.
 *
 * @throws UsageError before anything is written
 */
export function checkNewFiles(paths: readonly string[], overwrite: boolean): void {
  for (const path of paths) {
    if (!existsSync(dirname(path))) throw new UsageError(`${dirname(path)}: there is no such folder to write into`);
    if (existsSync(path) && !overwrite)
      throw new UsageError(`${path} exists already; name another place with --out, or replace it with --overwrite`);
  }
}

/** Write a file in pieces, one after the other. */
export function writePieces(path: string, pieces: Iterable<string | Uint8Array>): void {
  const file = openSync(path, "w");
  try {
    for (const piece of pieces) writeWhole(file, typeof piece === "string" ? Buffer.from(piece) : piece);
  } finally {
    closeSync(file);
  }
}

/** A write may take less than it is given. */
function writeWhole(file: number, bytes: Uint8Array): void {
  for (let start = 0; start < bytes.length;) start += writeSync(file, bytes, start);
}

/** Make a folder where there is none. */
export function makeFolder(path: string): void {
  mkdirSync(path, { recursive: true });
}

/** A path as a message shows it. */
export function shownPath(path: string): string {
  return relative(process.cwd(), path) || path;
}
