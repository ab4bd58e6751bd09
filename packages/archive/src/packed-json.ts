import { deflateSync, inflateSync } from "node:zlib";

/** The window of zlib: what a dictionary holds beyond this is never looked at. */
const WINDOW_BYTES = 32_768;

/** Most assessments take less: larger pieces would be made and thrown away for each. */
const PIECE_BYTES = 4096;

/** A dictionary made ready for any number of values. */
export interface PackDictionary {
  readonly options: { readonly level: number; readonly dictionary?: Uint8Array };
}

/** A dictionary of similar text; an empty one is none. */
export function packDictionary(text: string): PackDictionary {
  const bytes = Buffer.from(text).subarray(-WINDOW_BYTES);
  return { options: bytes.length === 0 ? { level: 1 } : { level: 1, dictionary: bytes } };
}

/** JSON, compressed with a dictionary. */
export function packJson(value: unknown, { options }: PackDictionary): Uint8Array {
  return deflateSync(JSON.stringify(value), options);
}

/**
 * The value that {@link packJson} packed with the same dictionary.
 *
 * @throws Error when the bytes are damaged or were packed with another dictionary
 */
export function unpackJson(bytes: Uint8Array, { options }: PackDictionary): unknown {
  return JSON.parse(
    inflateSync(bytes, { ...options, maxOutputLength: 64_000_000, chunkSize: PIECE_BYTES }).toString("utf8"),
  );
}
