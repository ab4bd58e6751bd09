import { deflateRawSync } from "node:zlib";
import fc from "fast-check";
import { expect, it } from "vitest";
import { packWire, unpackWire } from "../../src/queue/wire.ts";

const number = fc.oneof(fc.double(), fc.constantFrom(-0, Infinity, -Infinity, Number.NaN, Number.MIN_VALUE));
const array = fc.oneof(fc.float64Array(), fc.int32Array(), fc.uint8Array());
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    number,
    fc.string(),
    fc.boolean(),
    fc.constant(null),
    array,
    fc.array(tie("value")),
    fc.dictionary(fc.stringMatching(/^[\w.-]*$/u), tie("value"), { noNullPrototype: true }),
  ),
}));

it("what is unpacked is what was packed, to the last bit", () => {
  fc.assert(
    fc.property(value, (given) => {
      expect(unpackWire(packWire(given))).toStrictEqual(given);
    }),
  );
});

it("a key that would be the prototype is data", () => {
  const found = unpackWire(packWire(JSON.parse(`{"__proto__":{"isSafe":false}}`))) as Record<string, unknown>;
  expect(found["isSafe"]).toBeUndefined();
  expect(({} as Record<string, unknown>)["isSafe"]).toBeUndefined();
});

it.each([
  ["no deflated bytes", Buffer.from("hello")],
  ["no JSON", deflateRawSync("{")],
  ["an array of no kind", deflateRawSync(JSON.stringify({ "\u0001array": ["constructor", ""] }))],
  ["an array without bytes", deflateRawSync(JSON.stringify({ "\u0001array": ["Float64Array", 3] }))],
  ["an array cut short", deflateRawSync(JSON.stringify({ "\u0001array": ["Float64Array", "AAAA"] }))],
])("%s is refused", (_what, bytes) => {
  expect(() => unpackWire(bytes)).toThrow(Error);
});
