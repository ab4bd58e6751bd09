import { deflateSync, inflateSync } from "node:zlib";

/** The window of zlib: what a dictionary holds beyond this is never looked at. */
const WINDOW_BYTES = 32_768;

/** JSON, compressed with a dictionary of similar text; an empty dictionary is none. */
export function packJson(value: unknown, dictionary: string): Uint8Array {
  return deflateSync(JSON.stringify(value), options(dictionary));
}

/**
 * The value that {@link packJson} packed with the same dictionary.
 *
 * @throws Error when the bytes are damaged or were packed with another dictionary
 */
export function unpackJson(bytes: Uint8Array, dictionary: string): unknown {
  return JSON.parse(inflateSync(bytes, { ...options(dictionary), maxOutputLength: 64_000_000 }).toString("utf8"));
}

function options(dictionary: string): { level: number; dictionary?: Uint8Array } {
  const bytes = Buffer.from(dictionary).subarray(-WINDOW_BYTES);
  return bytes.length === 0 ? { level: 1 } : { level: 1, dictionary: bytes };
}
