import fc from "fast-check";
import { expect, it } from "vitest";
import { zeros } from "../src/small-arrays.ts";

it("every array has its own zeros, whatever was written into those before it", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(700), { minLength: 1, maxLength: 60 }), (lengths) => {
      const arrays = lengths.map((length, index) => {
        const array = zeros(length);
        expect(array).toStrictEqual(new Float64Array(length));
        return array.fill(index + 1);
      });
      for (const [index, array] of arrays.entries())
        expect(array).toStrictEqual(new Float64Array(lengths[index]!).fill(index + 1));
    }),
  );
});

it("short arrays share a buffer, long ones do not", () => {
  const buffers = (length: number): number => new Set(Array.from({ length: 40 }, () => zeros(length).buffer)).size;
  // 40 of 8 numbers take 2.5 KB of the 64 KB of a block: at most the end of one and the beginning of the next.
  expect(buffers(8)).toBeLessThanOrEqual(2);
  expect(buffers(10_000)).toBe(40);
});
