import { constants, closeSync, openSync, readFileSync, statSync, writeSync } from "node:fs";
import { RequestError } from "./answer.ts";
import { fileInside, placeInside } from "./inside-folder.ts";
import { LONGEST_BODY_BYTES } from "./request-body.ts";

/** One thing wrong with a study. */
export interface StudyProblem {
  readonly message: string;
  /** JSON pointer, empty for the whole. */
  readonly pointer: string;
  /** From 1; absent where the text is not JSON at all or the place is not known. */
  readonly line?: number;
  readonly column?: number;
}

/**
 * The text of a study in a folder.
 *
 * @throws RequestError when there is none, or it is no study by its name or size
 */
export function readStudy(folder: string, path: string): string {
  if (!path.endsWith(".json")) throw new RequestError(403, `${path} is no study: its name does not end in .json`);
  const whole = fileInside(folder, path);
  if (statSync(whole).size > LONGEST_BODY_BYTES) throw new RequestError(413, `${path} is too long for a study`);
  return readFileSync(whole, "utf8");
}

/**
 * Write a new file into a folder; none is ever replaced.
 *
 * @throws RequestError when the name is not legal or taken
 */
export function saveStudy(folder: string, path: string, text: string): void {
  if (!/^(?:[A-Za-z0-9_][\w.-]*\/)*[A-Za-z0-9_][\w.-]*\.json$/u.test(path))
    throw new RequestError(
      400,
      `"${path}" is no name for a study; legal: letters, digits, dots and hyphens, ending in .json`,
    );
  const whole = placeInside(folder, path);
  let file: number;
  try {
    file = openSync(whole, constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL | constants.O_NOFOLLOW, 0o644);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EEXIST")
      throw new RequestError(409, `${path} exists already; save under another name`);
    throw new RequestError(403, `${path} cannot be written (${(error as Error).message})`);
  }
  try {
    writeSync(file, text);
  } finally {
    closeSync(file);
  }
}
