import { DatabaseSync } from "node:sqlite";
import { Archive, ArchiveError } from "./archive.ts";

/** Tables of a search, those first that others refer to. */
const TABLES = ["layout", "candidate", "note", "revision", "sample", "schedule", "verification"];

/**
 * Put the archives of parts of one study together: every search is in one of them, or in several the same.
 *
 * @param from at least one, all of the same study
 * @param to a file that does not exist yet
 * @throws ArchiveError when one is of another study, two hold different rows of one search, or the file cannot be written
 */
export function mergeArchives(from: readonly string[], to: string): void {
  const studies = from.map((path) => {
    const archive = Archive.open(path);
    try {
      return archive.study();
    } finally {
      archive.close();
    }
  });
  const [study] = studies;
  if (study === undefined) throw new ArchiveError("there are no archives to merge");
  for (const [index, { hash, title }] of studies.entries())
    if (hash !== study.hash)
      throw new ArchiveError(
        `${from[index]!} is of another study ("${title}", hash ${hash.slice(0, 12)}) than ${from[0]!} (${study.hash.slice(0, 12)}); merge the parts of one study, made by the same plugins`,
      );
  Archive.create(to, study).close();
  const database = new DatabaseSync(to);
  try {
    for (const path of from) mergeOne(database, path);
  } finally {
    database.close();
  }
}

function mergeOne(database: DatabaseSync, path: string): void {
  database.prepare("ATTACH DATABASE ? AS part").run(path);
  try {
    database.exec("BEGIN IMMEDIATE");
    for (const table of TABLES) {
      database.exec(`INSERT OR IGNORE INTO main.${table} SELECT * FROM part.${table}`);
      const { missing } = database
        .prepare(`SELECT COUNT(*) AS missing FROM (SELECT * FROM part.${table} EXCEPT SELECT * FROM main.${table})`)
        .get() as { missing: number };
      if (missing > 0)
        throw new ArchiveError(
          `${path} holds ${missing} rows of "${table}" that differ from those of an archive before it`,
        );
    }
    database.exec("COMMIT");
  } catch (error) {
    if (database.isTransaction) database.exec("ROLLBACK");
    throw error;
  } finally {
    database.exec("DETACH DATABASE part");
  }
}
