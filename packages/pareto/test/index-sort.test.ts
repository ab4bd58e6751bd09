import { randomAt } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { identityOrder, sortIndices } from "../src/index-sort.ts";

function expected(keys: Float64Array): number[] {
  return Array.from(keys, (_, k) => k).toSorted((a, b) => keys[a]! - keys[b]! || a - b);
}

describe("sorting indices by keys", () => {
  it("is a stable sort, of few keys", () => {
    const key = fc.oneof(fc.integer({ min: -2, max: 2 }), fc.double({ noNaN: true, noDefaultInfinity: true }));
    fc.assert(
      fc.property(fc.array(key, { maxLength: 100 }), (some) => {
        const keys = Float64Array.from(some);
        const order = identityOrder(keys.length);
        sortIndices(order, keys);
        expect([...order]).toStrictEqual(expected(keys));
      }),
    );
  });

  it.each([
    ["of either sign and every size", (u: number) => (u - 0.5) * 10 ** (40 * (u % 0.1))],
    ["that repeat", (u: number) => Math.floor(u * 20) - 10],
    ["all equal", () => 1],
    ["zeros of either sign", (u: number) => (u < 0.5 ? -0 : 0)],
  ])("is a stable sort, of many keys: %s", (_title, keyOf) => {
    const random = randomAt("keys");
    const keys = Float64Array.from({ length: 5000 }, () => keyOf(random.uniform()));
    const order = identityOrder(keys.length);
    sortIndices(order, keys);
    expect([...order]).toStrictEqual(expected(keys));
  });

  it("orders some of the indices only", () => {
    const order = Int32Array.of(3, 1, 0);
    sortIndices(order, Float64Array.of(5, 4, 0, 6));
    expect([...order]).toStrictEqual([1, 0, 3]);
  });
});
