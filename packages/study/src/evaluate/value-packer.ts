import { ValueLayout, ValueLayouts, packValue, unpackValue } from "@neurofront/archive";

/** Plain data on its way to another thread: few buffers, which are moved, in place of many objects, which would be cloned. */
export interface PackedValues {
  /** Those that the other side has not been told of yet. */
  readonly layouts: readonly (readonly [number: number, text: string])[];
  readonly bytes: Uint8Array<ArrayBuffer>;
  /** Where each value ends in the bytes. */
  readonly ends: readonly number[];
}

/** So many layouts are remembered; then both sides begin anew. */
const MOST_LAYOUTS = 1000;

/** Packs values for one {@link ValueUnpacker}, which must be given all that it packs, in order. */
export class ValuePacker {
  #texts: string[] = [];
  #layouts = this.#none();

  pack(values: readonly unknown[]): PackedValues {
    if (this.#texts.length > MOST_LAYOUTS) {
      this.#texts = [];
      this.#layouts = this.#none();
    }
    const told = this.#texts.length;
    const packed = values.map((value) => packValue(this.#layouts.layOut(value)));
    const ends: number[] = [];
    let end = 0;
    for (const one of packed) ends.push((end += one.length));
    const bytes = new Uint8Array(end);
    for (const [k, one] of packed.entries()) bytes.set(one, ends[k]! - one.length);
    return { layouts: this.#texts.slice(told).map((text, k) => [told + k, text] as const), bytes, ends };
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

/** Gives back what one {@link ValuePacker} has packed. */
export class ValueUnpacker {
  readonly #layouts = new Map<number, ValueLayout>();

  /** @throws Error when the values were packed by another packer, or something before them was left out */
  unpack({ layouts, bytes, ends }: PackedValues): unknown[] {
    for (const [number, text] of layouts) this.#layouts.set(number, new ValueLayout(text));
    return ends.map((end, k) => {
      const { layout, content } = unpackValue(bytes.subarray(k === 0 ? 0 : ends[k - 1], end), (number) => {
        const known = this.#layouts.get(number);
        if (known === undefined) throw new Error(`the other side has not told of layout ${number}`);
        return known;
      });
      return layout.valueOf(content);
    });
  }
}
