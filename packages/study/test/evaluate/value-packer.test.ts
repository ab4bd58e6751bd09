import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ValuePacker, ValueUnpacker } from "../../src/evaluate/value-packer.ts";

const value = (layout: number, number: number) => ({
  [`key${layout}`]: number,
  message: `number ${number}`,
  fixed: [1, 2],
});

describe("packed values", () => {
  it("come back in order, batch after batch, and a layout is told but once", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.tuple(fc.nat({ max: 5 }), fc.double()), { maxLength: 5 })), (batches) => {
        const [packer, unpacker] = [new ValuePacker(), new ValueUnpacker()];
        const told = new Set<number>();
        for (const batch of batches) {
          const values = batch.map(([layout, number]) => value(layout, number));
          const packed = structuredClone(packer.pack(values));
          expect(unpacker.unpack(packed)).toStrictEqual(values);
          for (const [number] of packed.layouts) {
            expect(told.has(number)).toBe(false);
            told.add(number);
          }
        }
      }),
    );
  });

  it("of endlessly many layouts are packed in bounded memory", () => {
    const [packer, unpacker] = [new ValuePacker(), new ValueUnpacker()];
    const numbers: number[] = [];
    for (let layout = 0; layout < 2500; layout++) {
      const packed = packer.pack([value(layout, 1)]);
      numbers.push(...packed.layouts.map(([number]) => number));
      expect(unpacker.unpack(packed)).toStrictEqual([value(layout, 1)]);
    }
    expect(numbers).toHaveLength(2500);
    expect(Math.max(...numbers)).toBe(1000);
  });

  it("of another packer are refused", () => {
    const packer = new ValuePacker();
    packer.pack([value(1, 1)]);
    const later = packer.pack([value(1, 2)]);
    expect(() => new ValueUnpacker().unpack(later)).toThrow("has not told of layout 0");
  });
});
