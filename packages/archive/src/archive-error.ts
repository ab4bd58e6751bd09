/** An archive that cannot be used, with what the person can do about it. */
export class ArchiveError extends Error {
  override readonly name = "ArchiveError";
}

/** An archive that was whole once. */
export function damaged(path: string, what: string, cause?: unknown): ArchiveError {
  return new ArchiveError(
    `${path} is damaged (${what}); "neurofront repair ${path}" writes a copy of all that is whole, and a run goes on from there`,
    { cause },
  );
}

/** A write that failed. All that was written before is kept, and nothing of what failed. */
export class ArchiveWriteError extends Error {
  override readonly name = "ArchiveWriteError";
}

/** SQLite result codes (sqlite.org/rescode.html), without their extensions, with what a person can do about each. */
const ADVICE: Readonly<Record<number, string>> = {
  5: "another program holds it; wait for it to end",
  8: "it may not be written; look at its permissions",
  10: "the disk or its quota refuses to take more; make room",
  13: "the disk is full; make room",
  19: "another run has written to it meanwhile; let one run end first",
};

/** Why something could not be written into an archive. */
export function unwritten(path: string, error: unknown): unknown {
  const { errcode } = error as { readonly errcode?: unknown };
  const advice = typeof errcode === "number" ? ADVICE[errcode & 0xff] : undefined;
  if (advice === undefined) return error;
  return new ArchiveWriteError(
    `${path} could not be written (${reasonOf(error)}): ${advice}, then run the study again: it goes on after the last batch that was saved`,
    { cause: error },
  );
}

/** What an error says. */
export function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}
