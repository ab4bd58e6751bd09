import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { hypervolume2d } from "../../src/pareto/hypervolume-2d.ts";

describe("hypervolume of two objectives", () => {
  it("is the area of a staircase", () => {
    expect(
      hypervolume2d(
        [
          [1, 3],
          [2, 1],
        ],
        [4, 4],
      ),
    ).toBe(3 * 1 + 2 * 2);
    expect(hypervolume2d([], [4, 4])).toBe(0);
    expect(
      hypervolume2d(
        [
          [4, 0],
          [0, 4],
          [5, 5],
        ],
        [4, 4],
      ),
    ).toBe(0);
  });

  it("counts the cells of a grid that some point dominates", () => {
    const points = fc.array(fc.tuple(fc.integer({ min: -2, max: 12 }), fc.integer({ min: -2, max: 12 })), {
      maxLength: 12,
    });
    fc.assert(
      fc.property(points, (objectives) => {
        let cells = 0;
        for (let x = -2; x < 10; x++)
          for (let y = -2; y < 10; y++) if (objectives.some((point) => point[0] <= x && point[1] <= y)) cells++;
        expect(hypervolume2d(objectives, [10, 10])).toBe(cells);
      }),
    );
  });
});
