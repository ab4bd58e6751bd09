import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { packTwo, packedTwo, unpackValue } from "../src/packed-value.ts";
import type { ValueLayout } from "../src/value-layout.ts";
import { ValueLayouts } from "../src/value-layouts.ts";

/** Layouts in memory. */
function layoutsOf(texts: string[] = []) {
  return new ValueLayouts(
    texts.entries(),
    (number) => texts[number]!,
    (number, text) => (texts[number] = text),
  );
}

function valueOf(bytes: Uint8Array, layoutOf: (number: number) => ValueLayout): unknown {
  const { layout, content } = unpackValue(bytes, layoutOf);
  return layout.valueOf(content);
}

/** The bytes of one value among two. */
function packed(layouts: ValueLayouts, value: unknown, beside: unknown = {}): Uint8Array {
  return packedTwo(packTwo(layouts.layOut(value), () => layouts.layOut(beside)))[0];
}

const { plain } = fc.letrec((tie) => ({
  plain: fc.oneof(
    { maxDepth: 4 },
    fc.double(),
    fc.constantFrom(0, -0, 1, 0.1, 0.1, Number.NaN, Infinity, -Infinity, Number.MIN_VALUE),
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    fc.array(tie("plain"), { maxLength: 5 }),
    fc.dictionary(
      fc.oneof(fc.constant("message"), fc.string()).filter((key) => key !== "__proto__"),
      tie("plain"),
      { noNullPrototype: true, maxKeys: 5 },
    ),
  ),
}));

describe("a packed value", () => {
  it("comes back to the last bit, whatever else was packed", () => {
    fc.assert(
      fc.property(fc.array(plain, { minLength: 1, maxLength: 6 }), (values) => {
        const texts: string[] = [];
        const layouts = layoutsOf(texts);
        const pairs = values.map((value, k) => [value, values[(k + 1) % values.length]] as const);
        const bytes = pairs.map(([first, second]) => packTwo(layouts.layOut(first), () => layouts.layOut(second)));
        const reader = layoutsOf(texts);
        const read = bytes.map((two) => packedTwo(two).map((one) => valueOf(one, (number) => reader.layout(number))));
        expect(read).toStrictEqual(pairs);
      }),
      { numRuns: 500 },
    );
  });

  const value = (energy_J: number, message: string, more: object = {}) => ({
    metrics: { energy: energy_J, temperature: 300 },
    ledger: [{ line: "static", energy_J, inputs: { share: 0.25, voltage: 0 } }],
    violations: [{ code: "hot", message }],
    ...more,
  });

  it.each([
    ["the first of its layout: eight bytes, the flags, the messages", [value(1e-15, "é")], 8 + 1 + 6],
    ["one number in two places: once", [value(1e-15, ""), value(2e-15, "")], 8 + 8 + 1 + 4],
    [
      "no messages: none",
      [
        [1, 2.5],
        [1, 3.5],
      ],
      8 + 8 + 1,
    ],
  ])("takes little: %s", (_, values, bytes) => {
    const layouts = layoutsOf();
    expect(values.map((one) => packed(layouts, one)).at(-1)).toHaveLength(bytes);
  });

  it("of any length finds room", () => {
    const texts: string[] = [];
    const layouts = layoutsOf(texts);
    for (const count of [3, 5000, 100, 40_000]) {
      const long = { message: "m".repeat(count), list: Array.from({ length: count }, (_, k) => k / 7) };
      layouts.layOut({ ...long, list: long.list.map((number) => -number) });
      const read = packedTwo(packTwo(layouts.layOut(long), () => layouts.layOut(long))).map((one) =>
        valueOf(one, (number) => layouts.layout(number)),
      );
      expect(read).toStrictEqual([long, long]);
    }
  });

  it("is refused when it is damaged or foreign", () => {
    const texts: string[] = [];
    const layouts = layoutsOf(texts);
    layouts.layOut(value(1e-15, "a"));
    const bytes = packed(layouts, value(2e-15, "b"));
    const layoutOf = (number: number) => layoutsOf(texts).layout(number);
    for (let length = 0; length < bytes.length; length++)
      expect(() => unpackValue(bytes.subarray(0, length), layoutOf)).toThrow(Error);
    /** Another number or letter is still a value of this layout. */
    const endOf = (mutant: Uint8Array): string => {
      try {
        return layoutOf(0).contentOf(valueOf(mutant, layoutOf)) === undefined ? "a foreign value" : "a value";
      } catch (error) {
        return error instanceof Error ? "refused" : "something else";
      }
    };
    fc.assert(
      fc.property(fc.nat({ max: bytes.length - 1 }), fc.nat({ max: 255 }), (at, byte) => {
        const mutant = Uint8Array.from(bytes);
        mutant[at] = byte;
        expect(["a value", "refused"]).toContain(endOf(mutant));
      }),
    );
  });
});
