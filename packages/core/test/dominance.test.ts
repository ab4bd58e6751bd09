import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { dominates, nonDominated } from "../src/dominance.ts";

/** Few values, so that ties are frequent. */
const points = (dimension: number): fc.Arbitrary<number[][]> =>
  fc.array(fc.array(fc.integer({ min: 0, max: 6 }), { minLength: dimension, maxLength: dimension }), { maxLength: 40 });

describe("dominates", () => {
  it.each([
    [[1, 1], [2, 2], true],
    [[1, 2], [2, 2], true],
    [[2, 2], [2, 2], false],
    [[1, 3], [2, 2], false],
    [[3, 3], [2, 2], false],
    [[1], [2], true],
    [[], [], false],
    [[-Infinity, 0], [0, 0], true],
  ])("%j over %j: %j", (a, b, answer) => {
    expect(dominates(a, b)).toBe(answer);
  });

  it("refuses objectives of different number", () => {
    expect(() => dominates([1], [1, 2])).toThrow("cannot compare 1 objectives with 2");
  });

  it("is irreflexive, antisymmetric and transitive", () => {
    const triple = fc.integer({ min: 1, max: 4 }).chain((n) => {
      const point = fc.array(fc.integer({ min: 0, max: 2 }), { minLength: n, maxLength: n });
      return fc.tuple(point, point, point);
    });
    fc.assert(
      fc.property(triple, ([a, b, c]) => {
        expect(dominates(a, a)).toBe(false);
        expect(dominates(a, b) && dominates(b, a)).toBe(false);
        expect(dominates(a, b) && dominates(b, c) ? dominates(a, c) : true).toBe(true);
      }),
      { numRuns: 2000 },
    );
  });
});

describe("nonDominated", () => {
  it("keeps the first of equals, in the order given", () => {
    const items = [
      { name: "worse", at: [3, 3] },
      { name: "left", at: [1, 2] },
      { name: "twin of left", at: [1, 2] },
      { name: "right", at: [2, 1] },
    ];
    expect(nonDominated(items, ({ at }) => at).map(({ name }) => name)).toStrictEqual(["left", "right"]);
    expect(nonDominated([], () => [])).toStrictEqual([]);
  });

  it.each([1, 2, 3, 4])("agrees with comparing every pair, %d objectives", (dimension) => {
    fc.assert(
      fc.property(points(dimension), (items) => {
        const naive = items.filter(
          (item, k) =>
            !items.some((other) => dominates(other, item)) &&
            !items.slice(0, k).some((other) => other.every((value, j) => value === item[j])),
        );
        expect(nonDominated(items, (item) => item)).toStrictEqual(naive);
      }),
      { numRuns: 300 },
    );
  });

  it("whatever is left out is dominated by or equal to something kept", () => {
    fc.assert(
      fc.property(points(3), (items) => {
        const front = nonDominated(items, (item) => item);
        for (const item of items)
          expect(front.some((member) => dominates(member, item) || member.every((value, k) => value === item[k]))).toBe(
            true,
          );
      }),
    );
  });
});
