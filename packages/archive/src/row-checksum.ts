import type { SQLOutputValue } from "node:sqlite";
import { crc32 } from "node:zlib";

let scratch = new Float64Array(1024);
let scratchBytes = new Uint8Array(scratch.buffer);

/**
 * CRC-32 of the values of a row: of its texts with the kinds of all values, then of its numbers as little-endian doubles, then of its
 * bytes. SQLite itself notices damage only where it breaks the structure of the file; this notices it in the values as well.
 */
export function rowChecksum(values: readonly SQLOutputValue[]): number {
  let text = "";
  let numbers = 0;
  let blobs = 0;
  for (const value of values) {
    if (typeof value === "number") {
      text += "n;";
      numbers++;
    } else if (value instanceof Uint8Array) {
      text += `b${value.length};`;
      blobs += value.length;
    } else text += typeof value === "string" ? `t${value};` : `${value};`;
  }
  makeRoom(numbers, blobs);
  let number = 0;
  let end = 8 * numbers;
  for (const value of values)
    // SQLite gives back a negative zero as zero.
    if (typeof value === "number") scratch[number++] = value + 0;
    else if (value instanceof Uint8Array) {
      scratchBytes.set(value, end);
      end += value.length;
    }
  return crc32(scratchBytes.subarray(0, end), crc32(text));
}

function makeRoom(numbers: number, bytes: number): void {
  if (8 * numbers + bytes <= scratchBytes.length) return;
  scratch = new Float64Array(2 * (numbers + Math.ceil(bytes / 8)));
  scratchBytes = new Uint8Array(scratch.buffer);
}
