import fc from "fast-check";
import { expect, it } from "vitest";
import { bytesToFloats, floatBytes } from "../src/float-bytes.ts";

it("is little-endian: 1 is 00 00 00 00 00 00 f0 3f", () => {
  expect([...floatBytes([1])]).toEqual([0, 0, 0, 0, 0, 0, 0xf0, 0x3f]);
});

it("gives back every number, also from the middle of a larger buffer", () => {
  fc.assert(
    fc.property(fc.array(fc.double()), (values) => {
      const bytes = floatBytes(values);
      const larger = new Uint8Array(bytes.length + 3);
      larger.set(bytes, 3);
      expect([...bytesToFloats(larger.subarray(3))]).toEqual(values);
    }),
  );
});
