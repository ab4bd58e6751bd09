import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { attainmentSurface } from "../src/attainment.ts";

type Front = readonly (readonly [number, number])[];

const attainedBy = (fronts: readonly Front[], x: number, y: number): number =>
  fronts.filter((front) => front.some(([a, b]) => a <= x && b <= y)).length;

describe("attainment surface", () => {
  const runs: readonly Front[] = [
    [
      [1, 3],
      [3, 1],
    ],
    [[2, 2]],
    [[4, 4]],
  ];

  it("goes from the union of the fronts to what all of them attain", () => {
    expect(attainmentSurface(runs, 1)).toStrictEqual([
      [1, 3],
      [2, 2],
      [3, 1],
    ]);
    expect(attainmentSurface(runs, 2)).toStrictEqual([
      [2, 3],
      [3, 2],
    ]);
    expect(attainmentSurface(runs, 3)).toStrictEqual([[4, 4]]);
  });

  it("separates what at least as many attain from what fewer do", () => {
    const point = fc.tuple(fc.integer({ min: 0, max: 8 }), fc.integer({ min: 0, max: 8 }));
    const some = fc.array(fc.array(point, { maxLength: 6 }), { minLength: 1, maxLength: 5 });
    fc.assert(
      fc.property(some, fc.nat(), (fronts, any) => {
        const level = 1 + (any % fronts.length);
        const corners = attainmentSurface(fronts, level);
        for (let x = 0; x < 9; x++)
          for (let y = 0; y < 9; y++)
            expect(corners.some(([a, b]) => a <= x && b <= y)).toBe(attainedBy(fronts, x, y) >= level);
      }),
    );
  });

  it("refuses a level that there is not", () => {
    expect(() => attainmentSurface(runs, 0)).toThrow("level is 0");
    expect(() => attainmentSurface(runs, 4)).toThrow("from 1 to the 3 fronts");
  });
});
