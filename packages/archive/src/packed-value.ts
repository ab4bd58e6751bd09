import type { LaidOutValue } from "./value-layouts.ts";
import type { ValueContent, ValueLayout } from "./value-layout.ts";

/** Number of the layout, and how many numbers follow: two Uint32. */
const HEAD_BYTES = 8;
const COUNT_AT = 4;
const NUMBER_BYTES = 8;

const encoder = new TextEncoder();
const decoder = new TextDecoder("utf-8", { fatal: true });

/** Length of the first of two values, a Uint32 before them. */
const LENGTH_BYTES = 4;

/** Space in which values are packed, kept for the next. */
let space = new Uint8Array(2 ** 14);
let spaceView = new DataView(space.buffer);
let flags = new Uint8Array(2 ** 8);

/**
 * Two values as bytes, little-endian: the length of the first, then each: the number of its layout; its numbers, without those that can be
 * foretold; a bit for each number of the layout that says whether it is there; its messages as a JSON list, where it has some.
 *
 * A number is foretold where it equals that of the layout's first value, or where it equals the one that it equalled there: much
 * of an assessment is the same for all candidates, or stands in several places.
 *
 * @param second is laid out when the first is packed, for a content is good only until the next
 */
export function packTwo(first: LaidOutValue, second: () => LaidOutValue): Uint8Array<ArrayBuffer> {
  const middle = writePacked(first, LENGTH_BYTES);
  spaceView.setUint32(0, middle - LENGTH_BYTES, true);
  const end = writePacked(second(), middle);
  return space.slice(0, end);
}

/**
 * The bytes of each of two values that {@link packTwo} packed.
 *
 * @throws Error when the bytes are no such values
 */
export function packedTwo(bytes: Uint8Array): readonly [first: Uint8Array, second: Uint8Array] {
  const middle = LENGTH_BYTES + new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength).getUint32(0, true);
  if (middle > bytes.length) throw new Error("packed values are too short");
  return [bytes.subarray(LENGTH_BYTES, middle), bytes.subarray(middle)];
}

/** Pack a value into the space, from a place on; gives the place where it ends. */
function writePacked({ number, layout, content: { numbers, messages } }: LaidOutValue, at: number): number {
  const { length } = numbers;
  const { twins, firstNumbers: first } = layout;
  const text = messages.length === 0 ? undefined : encoder.encode(JSON.stringify(messages));
  const flagBytes = Math.ceil(length / 8);
  makeRoom(at + HEAD_BYTES + length * NUMBER_BYTES + flagBytes + (text?.length ?? 0), flagBytes);
  flags.fill(0, 0, flagBytes);
  let end = at + HEAD_BYTES;
  for (let k = 0; k < length; k++) {
    const twin = twins[k]!;
    if (Object.is(numbers[k], twin < 0 ? first[k] : numbers[twin])) continue;
    flags[k >> 3]! |= 1 << (k & 7);
    spaceView.setFloat64(end, numbers[k]!, true);
    end += NUMBER_BYTES;
  }
  spaceView.setUint32(at, number, true);
  spaceView.setUint32(at + COUNT_AT, (end - at - HEAD_BYTES) / NUMBER_BYTES, true);
  for (let k = 0; k < flagBytes; k++) space[end++] = flags[k]!;
  if (text !== undefined) space.set(text, end);
  return end + (text?.length ?? 0);
}

function makeRoom(bytes: number, flagBytes: number): void {
  if (flagBytes > flags.length) flags = new Uint8Array(2 * flagBytes);
  if (bytes <= space.length) return;
  const wider = new Uint8Array(2 * bytes);
  wider.set(space);
  space = wider;
  spaceView = new DataView(space.buffer);
}

/** What a packed value is made of. */
export interface UnpackedValue {
  readonly layout: ValueLayout;
  readonly content: ValueContent;
}

/**
 * One of the values that {@link packTwo} packed, as its layout and what it adds to it.
 *
 * @throws Error when the bytes are no such value, or there is no such layout
 */
export function unpackValue(bytes: Uint8Array, layoutOf: (number: number) => ValueLayout): UnpackedValue {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const layout = layoutOf(view.getUint32(0, true));
  const count = view.getUint32(COUNT_AT, true);
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

function isTexts(value: unknown): value is string[] {
  return Array.isArray(value) && value.every((item) => typeof item === "string");
}
