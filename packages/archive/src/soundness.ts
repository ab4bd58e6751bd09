import { DatabaseSync } from "node:sqlite";
import { TABLES } from "./schema.ts";

/** Up to this size the file is looked through, indices included, whenever it is opened: some tenths of a second. */
const LOOKED_THROUGH_BYTES = 2 ** 26;

/**
 * What SQLite finds wrong with the structure of a file; undefined when nothing. A large file is looked through, without its indices,
 * only before something is added to it. Values are checked by their checksums when they are read.
 */
export function damageOf(database: DatabaseSync, size_bytes: number, isToBeWritten: boolean): string | undefined {
  const isSmall = size_bytes <= LOOKED_THROUGH_BYTES;
  if (!isSmall && !isToBeWritten) return undefined;
  const found = database.prepare(isSmall ? "PRAGMA integrity_check(1)" : "PRAGMA quick_check(1)").get() ?? {};
  const [text] = Object.values(found);
  return text === "ok" ? undefined : String(text).replaceAll(/\s+/gu, " ").slice(0, 200);
}

/** Whether a name stands for a table, and not for a view. */
export function hasTable(database: DatabaseSync, name: string): boolean {
  return database.prepare("SELECT type FROM sqlite_master WHERE name = ?").get(name)?.["type"] === "table";
}

const made = new Map<string, string>();

/**
 * Whether a database has exactly the tables, views and triggers that statements make. A file from elsewhere could bring others in their
 * place, which are programs.
 */
export function isMadeBy(database: DatabaseSync, statements: string): boolean {
  let tables = made.get(statements);
  if (tables === undefined) {
    const own = new DatabaseSync(":memory:");
    own.exec(statements);
    tables = tablesOf(own);
    own.close();
    made.set(statements, tables);
  }
  return tablesOf(database) === tables;
}

/** Whether a database has exactly the tables of an archive. */
export function isOfTables(database: DatabaseSync): boolean {
  return isMadeBy(database, TABLES);
}

function tablesOf(database: DatabaseSync): string {
  const rows = database.prepare("SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name").all();
  return JSON.stringify(rows.map((row) => Object.values(row)));
}
