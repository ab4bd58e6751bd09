import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, it } from "vitest";
import { packData, unpackData } from "../src/packed-data.ts";

const number = fc.oneof(fc.double(), fc.constantFrom(-0, Infinity, -Infinity, Number.NaN, Number.MIN_VALUE));
const typedArray = fc.oneof(fc.float64Array(), fc.int32Array(), fc.uint8Array());
const { value: data } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    number,
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    typedArray,
    fc.array(tie("value")),
    fc.dictionary(fc.stringMatching(/^[\w.-]*$/u), tie("value"), { noNullPrototype: true }),
  ),
}));

it("comes back from its bytes as it was, to the last bit", () => {
  fc.assert(
    fc.property(data, (given) => {
      expect(unpackData(packData(given))).toStrictEqual(given);
    }),
  );
});

it("a key that would be the prototype is data", () => {
  const found = unpackData(packData(JSON.parse(`{"__proto__":{"isSafe":false}}`))) as Record<string, unknown>;
  expect(found["isSafe"]).toBeUndefined();
  expect(({} as Record<string, unknown>)["isSafe"]).toBeUndefined();
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
