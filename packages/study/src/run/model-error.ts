/** A model threw or answered nonsense: a defect of its plugin. Names plugin, candidate and values. */
export class ModelError extends Error {
  override readonly name = "ModelError";
}
