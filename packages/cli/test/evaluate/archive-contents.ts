import { DatabaseSync } from "node:sqlite";

const TABLES = {
  candidate: "2",
  layout: "2",
  note: "2",
  revision: "2, 3",
  sample: "2, 3, 4",
  schedule: "2",
  verification: "2",
};

/** Every row of every table of an archive. */
export function archiveContents(path: string): Record<string, unknown[]> {
  const database = new DatabaseSync(path, { readOnly: true });
  try {
    return Object.fromEntries(
      Object.entries(TABLES).map(([table, order]) => [
        table,
        database.prepare(`SELECT * FROM ${table} ORDER BY 1, ${order}`).all(),
      ]),
    );
  } finally {
    database.close();
  }
}
