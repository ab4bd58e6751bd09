import type { LaidOutValue } from "./value-layouts.ts";
import type { ValueContent, ValueLayout } from "./value-layout.ts";

/** Number of the layout, and how many numbers follow: two Uint32. */
const HEAD_BYTES = 8;
const NUMBER_BYTES = 8;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/**
 * A value as bytes, little-endian: the number of its layout; its numbers, without those that can be foretold; a bit for each number of
 * the layout that says whether it is there; its messages as a JSON list, where it has some.
 *
 * A number is foretold where it equals that of the layout's first value, or where it equals the one that it equalled there: much
 * of an assessment is the same for all candidates, or stands in several places.
 */
export function packValue({ number, layout, content: { numbers, messages } }: LaidOutValue): Uint8Array<ArrayBuffer> {
  const { length } = numbers;
  const { twins, firstNumbers: first } = layout;
  const flags = new Uint8Array(Math.ceil(length / 8));
  let count = 0;
  for (let k = 0; k < length; k++) {
    const twin = twins[k]!;
    if (Object.is(numbers[k], twin < 0 ? first[k] : numbers[twin])) continue;
    flags[k >> 3]! |= 1 << (k & 7);
    stored(count++, numbers[k]!);
  }
  const text = messages.length === 0 ? undefined : encoder.encode(JSON.stringify(messages));
  const flagsAt = HEAD_BYTES + count * NUMBER_BYTES;
  const bytes = new Uint8Array(flagsAt + flags.length + (text?.length ?? 0));
  const view = new DataView(bytes.buffer);
  view.setUint32(0, number, true);
  view.setUint32(4, count, true);
  for (let k = 0; k < count; k++) view.setFloat64(HEAD_BYTES + k * NUMBER_BYTES, scratch[k]!, true);
  bytes.set(flags, flagsAt);
  if (text !== undefined) bytes.set(text, flagsAt + flags.length);
  return bytes;
}

/** What a packed value is made of. */
export interface UnpackedValue {
  readonly layout: ValueLayout;
  readonly content: ValueContent;
}

/**
 * The value that {@link packValue} packed, as its layout and what it adds to it.
 *
 * @throws Error when the bytes are no such value, or there is no such layout
 */
export function unpackValue(bytes: Uint8Array, layoutOf: (number: number) => ValueLayout): UnpackedValue {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const layout = layoutOf(view.getUint32(0, true));
  const count = view.getUint32(4, true);
  const { twins, firstNumbers: first } = layout;
  const flagsAt = HEAD_BYTES + count * NUMBER_BYTES;
  const textAt = flagsAt + Math.ceil(first.length / 8);
  if (textAt > bytes.length) throw new Error("a packed value is too short");
  const numbers = new Float64Array(first.length);
  let used = 0;
  for (let k = 0; k < first.length; k++) {
    const twin = twins[k]!;
    if ((bytes[flagsAt + (k >> 3)]! & (1 << (k & 7))) === 0) numbers[k] = twin < 0 ? first[k]! : numbers[twin]!;
    else if (used < count) numbers[k] = view.getFloat64(HEAD_BYTES + NUMBER_BYTES * used++, true);
    else throw new Error("a packed value has too few numbers");
  }
  const messages: unknown = textAt === bytes.length ? [] : JSON.parse(decoder.decode(bytes.subarray(textAt)));
  if (used !== count || !isTexts(messages) || messages.length !== layout.messageCount)
    throw new Error("a packed value does not fit its layout");
  return { layout, content: { numbers, messages } };
}

let scratch = new Float64Array(1024);

function stored(place: number, value: number): void {
  if (place === scratch.length) {
    const longer = new Float64Array(2 * place);
    longer.set(scratch);
    scratch = longer;
  }
  scratch[place] = value;
}

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
