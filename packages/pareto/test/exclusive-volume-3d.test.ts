import fc from "fast-check";
import { expect, it } from "vitest";
import { exclusiveVolume3d } from "../src/exclusive-volume-3d.ts";
import { hypervolume } from "../src/hypervolume.ts";

it("is what the hypervolume gains by the point, whatever the others are", () => {
  const value = fc.integer({ min: 0, max: 7 });
  const point = fc.tuple(value, value, value);
  const inside = fc.tuple(...[0, 1, 2].map(() => fc.integer({ min: 0, max: 6 }))) as fc.Arbitrary<
    [number, number, number]
  >;
  fc.assert(
    fc.property(inside, fc.array(point, { maxLength: 25 }), (own, others) => {
      const sorted = others.toSorted((a, b) => a[2] - b[2]);
      const column = (m: 0 | 1 | 2): Float64Array => Float64Array.from(sorted, (other) => other[m]);
      const points = { first: column(0), second: column(1), third: column(2), count: sorted.length };
      const below = sorted.filter((other) => other[2] < own[2]).length;
      const reference = [7, 7, 7];
      const gained = hypervolume([...others, own], reference) - hypervolume(others, reference);
      expect(exclusiveVolume3d(points, [below, below], own, reference)).toBe(gained);
    }),
    { numRuns: 500 },
  );
});
