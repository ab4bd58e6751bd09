import { createHash } from "node:crypto";
import { ValueLayout, layoutKey, layoutText } from "./value-layout.ts";
import type { ValueContent } from "./value-layout.ts";

/** A value as the number of its layout and what it adds to it. */
export interface LaidOutValue {
  readonly number: number;
  readonly layout: ValueLayout;
  /** Good until the next value is laid out. */
  readonly content: ValueContent;
}

/** So many layouts are kept ready; values of few have more. */
const READY = 256;
/** So many of them, the last used, are tried before a value is written out to find its layout. */
const TRIED = 16;

interface Numbered {
  readonly number: number;
  readonly layout: ValueLayout;
}

/** The values of one kind have several parts in turn: their layouts stay where they are. */
const STEADY = 4;

/** The layouts of many values, numbered in the order in which they are first met; a number that is free is used first. */
export class ValueLayouts {
  readonly #numbers = new Map<string, number>();
  readonly #taken = new Set<number>();
  /** Layouts of others, by which values have come that have one of ours. */
  readonly #adopted = new WeakMap<ValueLayout, Numbered>();
  readonly #read: (number: number) => string;
  readonly #write: (number: number, text: string) => void;
  /** The last used among the first. */
  readonly #ready: Numbered[] = [];
  #free = 0;

  /**
   * @param known those that exist
   * @param read gives the text of a layout that exists
   * @param write is told of every new layout
   */
  constructor(
    known: Iterable<readonly [number: number, text: string]>,
    read: (number: number) => string,
    write: (number: number, text: string) => void,
  ) {
    for (const [number, text] of known) {
      this.#taken.add(number);
      this.#numbers.set(digestOf(layoutKey(JSON.parse(text))), number);
    }
    this.#read = read;
    this.#write = write;
  }

  /** A value by its layout, which is new when no value before had it. */
  layOut(value: unknown): LaidOutValue {
    for (let place = 0; place < Math.min(this.#ready.length, TRIED); place++) {
      const content = this.#ready[place]!.layout.contentOf(value);
      if (content !== undefined) return { ...this.#used(place), content };
    }
    const numbered = this.#put(this.#written(value));
    return { ...numbered, content: numbered.layout.contentOf(value)! };
  }

  /** A value that has come by a layout of someone else, which is not looked at once its layout is known. */
  adopt({ layout, content }: Pick<LaidOutValue, "layout" | "content">): LaidOutValue {
    let own = this.#adopted.get(layout);
    if (own === undefined) {
      own = this.#written(layout.valueOf(content));
      this.#adopted.set(layout, own);
    }
    return { ...own, content };
  }

  /** The layout of a value, found by writing the value out. */
  #written(value: unknown): Numbered {
    const key = digestOf(layoutKey(value));
    const known = this.#numbers.get(key);
    const number = known ?? this.#nextFree();
    const layout = new ValueLayout(known === undefined ? layoutText(value) : this.#read(number));
    if (layout.contentOf(value) === undefined)
      throw new Error("a value is no plain data: it cannot be written as JSON and read again");
    if (known !== undefined) return { number, layout };
    this.#write(number, layout.text);
    this.#taken.add(number);
    this.#numbers.set(key, number);
    return { number, layout };
  }

  /** @throws Error when there is no such layout, or its text is none */
  layout(number: number): ValueLayout {
    const place = this.#ready.findIndex((one) => one.number === number);
    if (place >= 0) return this.#used(place).layout;
    return this.#put({ number, layout: new ValueLayout(this.#read(number)) }).layout;
  }

  #used(place: number): Numbered {
    const one = this.#ready[place]!;
    if (place >= STEADY) {
      this.#ready.splice(place, 1);
      this.#ready.unshift(one);
    }
    return one;
  }

  #put(one: Numbered): Numbered {
    this.#ready.unshift(one);
    this.#ready.length = Math.min(this.#ready.length, READY);
    return one;
  }

  #nextFree(): number {
    while (this.#taken.has(this.#free)) this.#free++;
    return this.#free;
  }
}

function digestOf(text: string): string {
  return createHash("sha256").update(text).digest("base64");
}
