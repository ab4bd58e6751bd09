import { describe, expect, it } from "vitest";
import { Normalisation } from "../../src/nsga3/normalisation.ts";

describe("the normalisation of objectives", () => {
  it("takes a plane with any scales to the unit simplex", () => {
    const normalisation = new Normalisation(3);
    const shares = [
      [1, 0, 0],
      [0, 1, 0],
      [0, 0, 1],
      [0.3, 0.3, 0.4],
      [0.2, 0.5, 0.3],
    ];
    const onPlane = shares.map(([a, b, c]) => [1e-15 * a!, 1e6 * b! - 2, 3 * c! + 7]);
    normalisation.observe(onPlane);
    for (const [row, point] of onPlane.entries())
      for (const [k, value] of normalisation.normalised(point).entries())
        expect(value).toBeCloseTo(shares[row]![k]!, 8);
  });

  it("extends a front that is curved to its corners", () => {
    const normalisation = new Normalisation(2);
    normalisation.observe([
      [0, 4],
      [0.5, 0.5],
      [2, 0],
    ]);
    expect(normalisation.normalised([2, 4])).toStrictEqual([1, 1]);
  });

  it("falls back on the largest values where the extreme points make no plane", () => {
    const normalisation = new Normalisation(2);
    normalisation.observe([[1, 5]]);
    expect(normalisation.normalised([1, 5])).toStrictEqual([0, 0]);
    normalisation.observe([
      [1, 5],
      [3, 4],
    ]);
    expect(normalisation.normalised([3, 5])).toStrictEqual([1, 1]);
  });

  it("remembers the best values", () => {
    const normalisation = new Normalisation(2);
    normalisation.observe([
      [0, 2],
      [2, 0],
    ]);
    normalisation.observe([
      [1, 2],
      [2, 1],
    ]);
    expect(normalisation.normalised([0, 0])).toStrictEqual([0, 0]);
  });
});
