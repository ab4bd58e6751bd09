import { readHead } from "./read-bounded.ts";

const SQLITE_HEAD = Buffer.from("SQLite format 3\0");

/** Whether a file begins as archives do; false where it cannot be read. */
export function isArchiveFile(path: string): boolean {
  try {
    return readHead(path, SQLITE_HEAD.length).equals(SQLITE_HEAD);
  } catch {
    return false;
  }
}
