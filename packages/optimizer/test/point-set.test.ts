import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { PointSet } from "../src/point-set.ts";

describe("a set of points", () => {
  it("holds what a set of their texts holds", () => {
    const coordinate = fc.oneof(fc.constantFrom(0, 0.5, 0.25), fc.double({ min: 0, max: 1, noNaN: true }));
    fc.assert(
      fc.property(
        fc.array(fc.tuple(coordinate.map(Math.abs), coordinate.map(Math.abs)), { maxLength: 60 }),
        (pairs) => {
          const set = new PointSet();
          const texts = new Set<string>();
          for (const pair of pairs) {
            expect(set.has(Float64Array.from(pair))).toBe(texts.has(pair.join()));
            set.add(Float64Array.from(pair));
            texts.add(pair.join());
            expect(set.size).toBe(texts.size);
          }
        },
      ),
    );
  });
});
