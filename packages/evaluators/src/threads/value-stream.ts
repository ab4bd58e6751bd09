import { randomUUID } from "node:crypto";
import { ValueLayout, ValueLayouts } from "@neurofront/archive";
import type { ValueContent } from "@neurofront/archive";

/** Plain data on its way to other threads, as few buffers in place of many objects. What values share is told apart, once. */
export interface WrittenValues {
  /** Layouts of values, and numbers that were written as such. */
  readonly integers: Int32Array;
  /** Numbers of all values, one after the other. */
  readonly floats: Float64Array;
  readonly messages: readonly string[];
}

/** Where one thing begins among written ones. */
export interface StreamPlace {
  readonly integer: number;
  readonly float: number;
  readonly message: number;
}

/** Layouts that a reader does not know yet. */
export interface ToldLayouts {
  /** Of one writer, until it begins anew. Those of another generation are forgotten. */
  readonly generation: string;
  /** Number of the first. */
  readonly from: number;
  readonly texts: readonly string[];
}

/** How many layouts a reader has been told of. */
export interface KnownLayouts {
  readonly generation: string;
  readonly count: number;
}

export const NO_LAYOUTS: KnownLayouts = { generation: "", count: 0 };

/** So many layouts are remembered; then writer and readers begin anew. */
const MOST_LAYOUTS = 1000;

/** Writes values for one or more {@link ValueReader}s. */
export class ValueWriter {
  #generation = randomUUID() as string;
  #texts: string[] = [];
  #layouts = this.#none();
  #integers = new Int32Array(256);
  #floats = new Float64Array(4096);
  #messages: string[] = [];
  #integerCount = 0;
  #floatCount = 0;

  /** Forget what was written, and begin with something new. */
  begin(): void {
    this.#integerCount = 0;
    this.#floatCount = 0;
    this.#messages = [];
    if (this.#texts.length <= MOST_LAYOUTS) return;
    this.#generation = randomUUID();
    this.#texts = [];
    this.#layouts = this.#none();
  }

  get place(): StreamPlace {
    return { integer: this.#integerCount, float: this.#floatCount, message: this.#messages.length };
  }

  integer(value: number): void {
    if (this.#integerCount === this.#integers.length) this.#integers = widened(this.#integers, Int32Array, 1);
    this.#integers[this.#integerCount++] = value;
  }

  floats(values: Float64Array): void {
    if (this.#floatCount + values.length > this.#floats.length)
      this.#floats = widened(this.#floats, Float64Array, values.length);
    this.#floats.set(values, this.#floatCount);
    this.#floatCount += values.length;
  }

  value(value: unknown): void {
    this.#content(this.#layouts.layOut(value));
  }

  /** A value that has been read by a layout of someone else. */
  adopted(value: { readonly layout: ValueLayout; readonly content: ValueContent }): void {
    this.#content(this.#layouts.adopt(value));
  }

  #content({ number, content }: { readonly number: number; readonly content: ValueContent }): void {
    this.integer(number);
    this.floats(content.numbers);
    for (const message of content.messages) this.#messages.push(message);
  }

  /** What was written since {@link begin}, good until the next. */
  get written(): WrittenValues {
    return {
      integers: this.#integers.subarray(0, this.#integerCount),
      floats: this.#floats.subarray(0, this.#floatCount),
      messages: this.#messages,
    };
  }

  /** What a reader has still to be told before it reads. */
  layoutsAfter({ generation, count }: KnownLayouts): ToldLayouts {
    const from = generation === this.#generation ? count : 0;
    return { generation: this.#generation, from, texts: this.#texts.slice(from) };
  }

  /** What it knows then. */
  get layouts(): KnownLayouts {
    return { generation: this.#generation, count: this.#texts.length };
  }

  #none(): ValueLayouts {
    const texts = this.#texts;
    return new ValueLayouts(
      [],
      (number) => texts[number]!,
      (_, text) => texts.push(text),
    );
  }
}

/** Reads what one {@link ValueWriter} has written. */
export class ValueReader {
  #generation = NO_LAYOUTS.generation;
  readonly #layouts: ValueLayout[] = [];

  learn({ generation, from, texts }: ToldLayouts): void {
    if (generation !== this.#generation) this.#layouts.length = 0;
    this.#generation = generation;
    for (const [k, text] of texts.entries()) this.#layouts[from + k] = new ValueLayout(text);
  }

  /** What it needs not to be told again. */
  get layouts(): KnownLayouts {
    return { generation: this.#generation, count: this.#layouts.length };
  }

  /** Read from some place on. */
  from(written: WrittenValues, place: StreamPlace = { integer: 0, float: 0, message: 0 }): ValueCursor {
    return new ValueCursor(this.#layouts, written, place);
  }
}

/** A place among written values, which moves on with every one that is read. */
class ValueCursor {
  readonly #layouts: readonly ValueLayout[];
  readonly #written: WrittenValues;
  #integer: number;
  #float: number;
  #message: number;

  constructor(layouts: readonly ValueLayout[], written: WrittenValues, { integer, float, message }: StreamPlace) {
    this.#layouts = layouts;
    this.#written = written;
    this.#integer = integer;
    this.#float = float;
    this.#message = message;
  }

  get isAtEnd(): boolean {
    return this.#integer >= this.#written.integers.length;
  }

  integer(): number {
    return this.#written.integers[this.#integer++]!;
  }

  /** The next numbers where they are, not copied. */
  floats(count: number): Float64Array {
    return this.#written.floats.subarray(this.#float, (this.#float += count));
  }

  value(): unknown {
    const { layout, content } = this.content();
    return layout.valueOf(content);
  }

  /** A frozen value, which has objects in common with the last one where they are the same. */
  sharedValue(): unknown {
    const { layout, content } = this.content();
    return layout.sharedValueOf(content);
  }

  /**
   * A value that is not put together.
   *
   * @throws Error when the reader was not told of its layout
   */
  content(): { readonly layout: ValueLayout; readonly content: ValueContent } {
    const number = this.integer();
    const layout = this.#layouts[number];
    if (layout === undefined) throw new Error(`the other side has not told of layout ${number}`);
    const numbers = this.floats(layout.firstNumbers.length);
    const { messageCount } = layout;
    const messages =
      messageCount === 0 ? NO_MESSAGES : this.#written.messages.slice(this.#message, (this.#message += messageCount));
    return { layout, content: { numbers, messages } };
  }
}

const NO_MESSAGES: readonly string[] = [];

function widened<Numbers extends Int32Array | Float64Array>(
  numbers: Numbers,
  List: new (length: number) => Numbers,
  more: number,
): Numbers {
  const wider = new List(Math.max(2 * numbers.length, numbers.length + more));
  wider.set(numbers);
  return wider;
}
