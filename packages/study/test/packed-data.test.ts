import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, it } from "vitest";
import { packData, unpackData } from "../src/packed-data.ts";

const numbers = fc.double();
const plain = fc.oneof(numbers, fc.string(), fc.boolean(), fc.constant(null));
const typedArrays = fc.oneof(
  fc.array(fc.double()).map((list) => Float64Array.from(list)),
  fc.array(fc.integer()).map((list) => Int32Array.from(list)),
  fc.uint8Array().map((list) => Uint8Array.from(list)),
);
const data = fc.dictionary(
  fc.string(),
  fc.oneof(plain, typedArrays, fc.array(plain), fc.dictionary(fc.string(), plain)),
);

it("comes back from its bytes as it was, -0 and what is not finite included", () => {
  fc.assert(
    fc.property(data, (value) => {
      // Objects of fast-check may have no prototype, which plain data has.
      const own = structuredClone(value);
      expect(unpackData(packData(own))).toStrictEqual(own);
    }),
    { numRuns: 300 },
  );
});

it.each([[-0], [NaN], [Infinity], [-Infinity]])("%d is no other number", (value) => {
  expect(unpackData(packData({ a: { value } }))).toStrictEqual({ a: { value } });
});

it("gives the value or throws, whatever the bytes", () => {
  const bytes = packData({ patterns: Float64Array.of(0.5, -0.25), labels: Int32Array.of(1, 2), name: "a" });
  expect(() => unpackData(bytes.subarray(0, -1))).toThrow("unexpected end of file");
  expect(() => unpackData(new Uint8Array())).toThrow("unexpected end of file");
  fc.assert(
    fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
      let thrown: unknown = new Error("nothing");
      try {
        unpackData(bytes.with(at, bytes[at]! ^ change));
      } catch (error) {
        thrown = error;
      }
      expect(thrown).toBeInstanceOf(Error);
    }),
  );
});

it.each([
  [["Float64Array", 0, 16]],
  [["Float64Array", -8, 8]],
  [["Float64Array", 0, 7]],
  [["Function", 0, 8]],
  [["Float64Array", 0, 1e300]],
  [null],
])("an array at %j of eight bytes is none", (place) => {
  const honest = packData({ list: Float64Array.of(1) });
  expect(unpackData(honest)).toEqual({ list: Float64Array.of(1) });
  expect(() => unpackData(repacked(JSON.stringify({ list: { "\u0001array": place } }), new Uint8Array(8)))).toThrow(
    /array/iu,
  );
});

/** As packData writes it, with a text of one's own. */
function repacked(text: string, arrays: Uint8Array): Uint8Array {
  const size = Buffer.alloc(4);
  size.writeUInt32LE(Buffer.byteLength(text));
  return deflateRawSync(Buffer.concat([size, Buffer.from(text), arrays]));
}
