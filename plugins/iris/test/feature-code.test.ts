import { describe, expect, it } from "vitest";
import { analogueCode, encodedFlowers, thermometerCode } from "../src/feature-code.ts";
import type { Flower } from "../src/flowers.ts";

/** Five flowers, every length k centimetres. */
const five: Flower[] = [1, 2, 3, 4, 5].map((k) => ({
  lengths_m: Array.from({ length: 4 }, () => k / 100),
  species: 0,
}));

describe("the code of a length", () => {
  it("rises bit by bit with the thermometer, at even quantiles", () => {
    // Quantiles at a quarter, a half and three quarters: 2, 3 and 4 cm.
    const code = thermometerCode(five, 3);
    expect(code.levels(0, 0.01)).toEqual([-1, -1, -1]);
    expect(code.levels(0, 0.025)).toEqual([1, -1, -1]);
    expect(code.levels(0, 0.035)).toEqual([1, 1, -1]);
    expect(code.levels(0, 0.9)).toEqual([1, 1, 1]);
  });

  it("is linear with an analogue level, and held at the ends", () => {
    const code = analogueCode(five);
    expect([0.01, 0.02, 0.03, 0.05, 0.06].map((length_m) => code.levels(0, length_m)[0]!)).toEqual([
      -1,
      expect.closeTo(-0.5, 12),
      expect.closeTo(0, 12),
      1,
      1,
    ]);
  });

  it("makes patterns of four features and a bias", () => {
    const { patterns, labels, count } = encodedFlowers(five, thermometerCode(five, 3));
    expect([patterns.length, labels.length, count]).toEqual([5 * 13, 5, 5]);
    expect(patterns[12]).toBe(1);
  });
});
