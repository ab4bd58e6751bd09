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
  const text = values.map((value) => {
    if (value instanceof Uint8Array) return `b${value.length};`;
    if (typeof value === "number") return "n;";
    return typeof value === "string" ? `t${value};` : `${value};`;
  });
  const numbers = new Float64Array(values.filter((value) => typeof value === "number"));
  const bytes = values.filter((value) => value instanceof Uint8Array);
  return crc32(Buffer.concat([new Uint8Array(numbers.buffer), ...bytes]), crc32(text.join("")));
}
