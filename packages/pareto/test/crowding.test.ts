import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { crowdingDistances } from "../src/crowding.ts";

describe("crowding distance", () => {
  it("adds the relative gaps between the neighbours", () => {
    // Gaps of 3 of 4 and 7 of 10 around the second, 3 of 4 and 8 of 10 around the third.
    const distance = crowdingDistances([
      [0, 10],
      [1, 8],
      [3, 3],
      [4, 0],
    ]);
    expect(distance[0]).toBe(Infinity);
    expect(distance[1]).toBeCloseTo(0.75 + 0.7, 12);
    expect(distance[2]).toBeCloseTo(0.75 + 0.8, 12);
    expect(distance[3]).toBe(Infinity);
  });

  it("belongs to the point, wherever it stands", () => {
    const front = fc.uniqueArray(fc.integer({ min: 0, max: 1000 }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(front, fc.integer({ min: 0, max: 19 }), (values, shift) => {
        const objectives = values.map((value) => [value, 1e6 - value ** 2]);
        const turned = objectives.map((_, index) => objectives[(index + shift) % objectives.length]!);
        const distance = crowdingDistances(objectives);
        for (const [index, turnedDistance] of crowdingDistances(turned).entries())
          expect(turnedDistance).toBe(distance[(index + shift) % objectives.length]);
      }),
    );
  });

  it("is a number for one point, for equal points and for points without objectives", () => {
    expect([...crowdingDistances([[1, 2]])]).toStrictEqual([0]);
    expect([
      ...crowdingDistances([
        [1, 2],
        [1, 2],
        [1, 2],
      ]),
    ]).toStrictEqual([0, 0, 0]);
    expect([...crowdingDistances([[], []])]).toStrictEqual([0, 0]);
    expect([...crowdingDistances([])]).toStrictEqual([]);
  });
});
