import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import type { RowTable } from "./schema.ts";

/** A row as it stands in a table. */
export type StoredRow = Readonly<Record<string, SQLOutputValue>>;

/** No row of ours takes fewer bytes: a damaged file cannot promise more of them than it has room for. */
const LEAST_ROW_BYTES = 20;

/**
 * The rows of a table that can still be read, in the order in which they were written; undefined once for each place where something
 * cannot. Rows are looked for one by one behind a page that is lost.
 */
export function* readableRows(
  database: DatabaseSync,
  table: RowTable,
  size_bytes: number,
): Generator<StoredRow | undefined> {
  const most = Math.ceil(size_bytes / LEAST_ROW_BYTES) + 1;
  const one = attempt(() => database.prepare(`SELECT rowid AS place, * FROM ${table} WHERE rowid = ?`));
  for (let last = 0, count = 0; ;) {
    try {
      const rest = database.prepare(`SELECT rowid AS place, * FROM ${table} WHERE rowid > ? ORDER BY rowid`);
      for (const row of rest.iterate(last)) {
        if (++count > most) return;
        last = Number(row["place"]);
        yield row;
      }
      return;
    } catch {
      yield undefined;
    }
    let next: StoredRow | undefined;
    while (next === undefined && last < most) {
      last++;
      next = attempt(() => one?.get(last));
    }
    if (next === undefined || ++count > most) return;
    yield next;
  }
}

function attempt<Result>(read: () => Result): Result | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
