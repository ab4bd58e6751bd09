/** A model throws or answers nonsense where an answer cannot be done without: a defect of its plugin, which is named. */
export class ModelError extends Error {
  override readonly name = "ModelError";
}
