import type { DatabaseSync, SQLOutputValue } from "node:sqlite";
import { crc32 } from "node:zlib";

/** Give the study and the candidates of an edited archive checksums that fit, as whoever edits one on purpose would. */
export function seal(database: DatabaseSync): void {
  const text = database.prepare("SELECT value FROM archive WHERE key = 'study'").get()!["value"]!;
  database.prepare("UPDATE archive SET value = ? WHERE key = 'checksum'").run(String(checksum([text])));
  const update = database.prepare("UPDATE candidate SET checksum = ? WHERE search = ? AND candidate = ?");
  for (const row of database.prepare("SELECT * FROM candidate").all()) {
    const { search, candidate, coordinates, design, checksum: _, ...judged } = row;
    const values = [search!, candidate!, coordinates!, design!, ...Object.values(judged)];
    update.run(checksum(values), search!, candidate!);
  }
}

function checksum(values: readonly SQLOutputValue[]): number {
  const text = values.map((value) => (value instanceof Uint8Array ? `${value.length};` : `${typeof value}${value};`));
  return values.reduce<number>(
    (sum, value) => (value instanceof Uint8Array ? crc32(value, sum) : sum),
    crc32(text.join("")),
  );
}
