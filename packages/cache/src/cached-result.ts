/** A model with the plugin that brings it. */
export interface ModelOrigin {
  readonly plugin: string;
  readonly model: string;
}

/** A result as it is kept. */
export interface CachedResult {
  /** SHA-256, in hexadecimal, of everything that the result depends on. */
  readonly key: string;
  /** What it is, such as `assessment`. */
  readonly kind: string;
  /** The models that it comes from. */
  readonly models: readonly ModelOrigin[];
  readonly bytes: Uint8Array<ArrayBuffer>;
}

/** Longest name that is read back. */
const NAME = /^[\w@./-]{1,200}$/u;

/** The models of a row, of which anyone may have written the text; undefined where it names none. */
export function readModels(text: unknown): readonly ModelOrigin[] | undefined {
  if (typeof text !== "string") return undefined;
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return undefined;
  }
  return Array.isArray(value) && value.every(isOrigin) ? value : undefined;
}

function isOrigin(value: unknown): value is ModelOrigin {
  const { plugin, model } = (value ?? {}) as Partial<Record<string, unknown>>;
  return typeof plugin === "string" && NAME.test(plugin) && typeof model === "string" && NAME.test(model);
}
