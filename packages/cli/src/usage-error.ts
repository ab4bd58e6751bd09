/** Something wrong with what was asked, not with the program: exit code 2, nothing written. */
export class UsageError extends Error {
  override readonly name = "UsageError";
}
