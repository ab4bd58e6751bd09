import type { SQLOutputValue } from "node:sqlite";
import { crc32 } from "node:zlib";

/**
 * CRC-32 of the values of a row. SQLite itself notices damage only where it breaks the structure of the file; this notices it in
 * the values as well.
 */
export function rowChecksum(values: readonly SQLOutputValue[]): number {
  let text = "";
  for (const value of values) text += value instanceof Uint8Array ? `${value.length};` : `${typeof value}${value};`;
  let sum = crc32(text);
  for (const value of values) if (value instanceof Uint8Array) sum = crc32(value, sum);
  return sum;
}
