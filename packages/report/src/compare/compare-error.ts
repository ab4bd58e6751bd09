/** Archives that cannot be compared, and why. */
export class CompareError extends Error {
  override readonly name = "CompareError";
}
