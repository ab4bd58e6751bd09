import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ValueReader, ValueWriter } from "../../src/threads/value-stream.ts";
import type { StreamPlace } from "../../src/threads/value-stream.ts";

const value = (layout: number, number: number) => ({
  [`key${layout}`]: number,
  message: `number ${number}`,
  fixed: [1, 2],
});

/** A writer with one reader, which is told what it has to know. */
function pair() {
  const [writer, reader] = [new ValueWriter(), new ValueReader()];
  let told = 0;
  return {
    writer,
    reader,
    told: () => told,
    tell: (): void => {
      const layouts = writer.layoutsAfter(reader.layouts);
      told += layouts.texts.length;
      reader.learn(structuredClone(layouts));
    },
  };
}

describe("written values", () => {
  it("come back in order, batch after batch, and a layout is told but once", () => {
    fc.assert(
      fc.property(fc.array(fc.array(fc.tuple(fc.nat({ max: 5 }), fc.double()), { maxLength: 5 })), (batches) => {
        const { writer, reader, tell, told } = pair();
        for (const batch of batches) {
          writer.begin();
          for (const [layout, number] of batch) writer.value(value(layout, number));
          tell();
          const cursor = reader.from(structuredClone(writer.written));
          for (const [layout, number] of batch) expect(cursor.value()).toStrictEqual(value(layout, number));
          expect(cursor.isAtEnd).toBe(true);
        }
        expect(told()).toBe(new Set(batches.flat().map(([layout]) => layout)).size);
      }),
    );
  });

  it("stand beside numbers, and are read from any place", () => {
    const { writer, reader, tell } = pair();
    const places: StreamPlace[] = [];
    const floats = Float64Array.from({ length: 5000 }, (_, k) => k / 7);
    for (let k = 0; k < 300; k++) {
      places.push(writer.place);
      writer.integer(k);
      writer.value(value(k % 3, k));
      writer.integer(k % 5 === 0 ? floats.length : 0);
      if (k % 5 === 0) writer.floats(floats);
    }
    tell();
    for (const k of [299, 0, 5, 6]) {
      const cursor = reader.from(writer.written, places[k]);
      expect([cursor.integer(), cursor.value()]).toStrictEqual([k, value(k % 3, k)]);
      const count = cursor.integer();
      expect(cursor.floats(count)).toStrictEqual(k % 5 === 0 ? floats : new Float64Array());
    }
  });

  it("that were read are written again without a look at them", () => {
    const [first, second] = [pair(), pair()];
    first.writer.value(value(1, 0.5));
    first.tell();
    second.writer.adopted(first.reader.from(first.writer.written).content());
    second.tell();
    expect(second.reader.from(second.writer.written).value()).toStrictEqual(value(1, 0.5));
  });

  it("are read with objects in common where they are the same", () => {
    const { writer, reader, tell } = pair();
    for (const number of [1, 2, 3]) writer.value({ number, design: { width: number < 3 ? 0.5 : 1 } });
    tell();
    const cursor = reader.from(writer.written);
    const [one, two, three] = [1, 2, 3].map(() => cursor.sharedValue() as { readonly design: object });
    expect([one, three]).toStrictEqual([
      { number: 1, design: { width: 0.5 } },
      { number: 3, design: { width: 1 } },
    ]);
    expect(two!.design).toBe(one!.design);
  });

  it("of endlessly many layouts are written in bounded memory", () => {
    const { writer, reader, tell, told } = pair();
    let most = 0;
    for (let layout = 0; layout < 2500; layout++) {
      writer.begin();
      writer.value(value(layout, 1));
      tell();
      most = Math.max(most, writer.layouts.count);
      expect(reader.from(writer.written).value()).toStrictEqual(value(layout, 1));
    }
    expect([told(), most]).toStrictEqual([2500, 1001]);
  });

  it("are told whole to a reader that knew another writer", () => {
    const [one, other] = [pair(), pair()];
    for (const { writer } of [one, other]) for (const layout of [1, 2]) writer.value(value(layout, 1));
    one.tell();
    one.reader.learn(other.writer.layoutsAfter(one.reader.layouts));
    expect(one.reader.from(other.writer.written).value()).toStrictEqual(value(1, 1));
    expect(one.reader.layouts).toStrictEqual(other.writer.layouts);
  });

  it("of another writer are refused", () => {
    const { writer } = pair();
    writer.value(value(1, 1));
    expect(() => new ValueReader().from(writer.written).value()).toThrow("has not told of layout 0");
  });
});
