import { deflateRawSync, inflateRawSync } from "node:zlib";

/** Larger content is no part of a study; also keeps a crafted message from filling the memory. */
const SIZE_LIMIT_BYTES = 2 ** 30;

const ARRAYS = { Float64Array, Int32Array, Uint8Array } as const;
type ArrayName = keyof typeof ARRAYS;

/** Key of what JSON has no form for. No name of the product holds the character. */
const ARRAY = "\u0001array";
const NUMBER = "\u0001number";

/** Plain data with typed arrays as bytes for a queue: exact, numbers without a form in JSON included, and no code in it. */
export function packWire(value: unknown): Buffer {
  const text = JSON.stringify(value, (_key, item: unknown) => {
    if (typeof item === "number")
      return Number.isFinite(item) && !Object.is(item, -0)
        ? item
        : { [NUMBER]: String(Object.is(item, -0) ? "-0" : item) };
    const name = (Object.keys(ARRAYS) as ArrayName[]).find((each) => item instanceof ARRAYS[each]);
    if (name === undefined) return item;
    const { buffer, byteOffset, byteLength } = item as Float64Array | Int32Array | Uint8Array;
    return { [ARRAY]: [name, Buffer.from(buffer, byteOffset, byteLength).toString("base64")] };
  });
  return deflateRawSync(text, { level: 1 });
}

/**
 * What {@link packWire} packed.
 *
 * @throws Error when the bytes are not that
 */
export function unpackWire(bytes: Uint8Array): unknown {
  const text = inflateRawSync(bytes, { maxOutputLength: SIZE_LIMIT_BYTES }).toString("utf8");
  return JSON.parse(text, (_key, item: unknown) => {
    if (typeof item !== "object" || item === null) return item;
    if (Object.hasOwn(item, NUMBER)) return Number((item as Record<string, unknown>)[NUMBER]);
    if (!Object.hasOwn(item, ARRAY)) return item;
    const [name, base64] = (item as Record<string, readonly [ArrayName, string]>)[ARRAY]!;
    if (!Object.hasOwn(ARRAYS, name) || typeof base64 !== "string") throw new Error("not an array");
    // A copy: what Node decodes shares memory, and is not aligned to its elements.
    return new ARRAYS[name](Uint8Array.from(Buffer.from(base64, "base64")).buffer);
  });
}
