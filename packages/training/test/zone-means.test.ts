import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { zoneMeans } from "../src/zone-means.ts";

describe("the means over zones", () => {
  it("are the pixels on a grid of the same size", () => {
    expect([...zoneMeans([1, 2, 3, 4, 5, 6], 3, 2, 3)]).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it("average whole pixels and share those on a border", () => {
    expect([...zoneMeans([1, 3, 5, 7], 4, 1, 2)]).toEqual([2, 6]);
    // Zones of 1.5 pixels: the middle one counts half in each.
    const [left, right] = zoneMeans([0, 3, 6], 3, 1, 2);
    expect(left).toBeCloseTo(1, 12);
    expect(right).toBeCloseTo(5, 12);
  });

  it("keep the mean of the picture", () => {
    const pictures = fc.array(fc.double({ min: 0, max: 1, noNaN: true }), { minLength: 30, maxLength: 30 });
    const side = fc.integer({ min: 1, max: 9 });
    fc.assert(
      fc.property(pictures, side, side, (picture, rows, columns) => {
        const zones = zoneMeans(picture, 6, rows, columns);
        const mean = (values: Iterable<number>, count: number) =>
          [...values].reduce((sum, value) => sum + value, 0) / count;
        expect(mean(zones, rows * columns)).toBeCloseTo(mean(picture, 30), 12);
      }),
    );
  });
});
