import { existsSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";
import { Archive, ArchiveError } from "./archive.ts";

/**
 * Copy an archive into one file that stands alone, what its write-ahead log still holds included.
 *
 * @param to a file that does not exist yet
 * @throws ArchiveError when there is no archive to copy, or the new file exists or cannot be written
 */
export function copyArchive(from: string, to: string): void {
  Archive.open(from).close();
  if (existsSync(to)) throw new ArchiveError(`${to} exists already`);
  const database = new DatabaseSync(from, { readOnly: true, timeout: 5000 });
  try {
    database.prepare("VACUUM INTO ?").run(to);
  } catch (error) {
    throw new ArchiveError(`${to} cannot be written (${error instanceof Error ? error.message : String(error)})`, {
      cause: error,
    });
  } finally {
    database.close();
  }
}
