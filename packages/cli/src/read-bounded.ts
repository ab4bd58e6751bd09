import { closeSync, openSync, readSync } from "node:fs";

/** Larger files are no studies: a resolved form holds the texts of measured points too. */
export const LARGEST_STUDY_BYTES = 2 ** 26;

const PIECE_BYTES = 2 ** 16;

/**
 * The whole content of a file, a device or a pipe that does not say how long it is; undefined when it is longer than the bound.
 *
 * @throws the error of the file system when it cannot be read
 */
export function readBounded(path: string, most_bytes: number): Buffer | undefined {
  const pieces: Buffer[] = [];
  const file = openSync(path, "r");
  try {
    for (let total = 0; total <= most_bytes;) {
      const piece = Buffer.alloc(PIECE_BYTES);
      const length = readSync(file, piece);
      if (length === 0) return Buffer.concat(pieces);
      pieces.push(piece.subarray(0, length));
      total += length;
    }
    return undefined;
  } finally {
    closeSync(file);
  }
}

/** The first bytes of a file, as many as there are up to a count. */
export function readHead(path: string, count: number): Buffer {
  const head = Buffer.alloc(count);
  const file = openSync(path, "r");
  try {
    return head.subarray(0, readSync(file, head));
  } finally {
    closeSync(file);
  }
}
