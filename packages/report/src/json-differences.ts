/** A place where two JSON values differ. */
export interface JsonDifference {
  /** RFC 6901, for example `/held/temperature_K`. */
  readonly pointer: string;
  /** Undefined where the first value has nothing there. */
  readonly first: unknown;
  /** Undefined where the second value has nothing there. */
  readonly second: unknown;
}

/**
 * Where two JSON values differ: the outermost places that exist on one side only, and the leaves whose values are not the same.
 *
 * @param limit differences to find at most
 */
export function jsonDifferences(first: unknown, second: unknown, limit = Infinity): JsonDifference[] {
  const found: JsonDifference[] = [];
  collect(first, second, "", found, limit);
  return found;
}

function collect(first: unknown, second: unknown, pointer: string, found: JsonDifference[], limit: number): void {
  if (found.length >= limit || Object.is(first, second)) return;
  if (!isContainer(first) || !isContainer(second) || Array.isArray(first) !== Array.isArray(second)) {
    found.push({ pointer, first, second });
    return;
  }
  for (const key of new Set([...Object.keys(first), ...Object.keys(second)]))
    collect(
      Object.hasOwn(first, key) ? first[key] : undefined,
      Object.hasOwn(second, key) ? second[key] : undefined,
      `${pointer}/${key.replaceAll("~", "~0").replaceAll("/", "~1")}`,
      found,
      limit,
    );
}

function isContainer(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null;
}
