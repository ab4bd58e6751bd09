import { randomAt } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { simulatedBinaryCrossover } from "../../src/operators/sbx.ts";
import { streamOf } from "./constant-stream.ts";

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const LOWER = 0.25;
const UPPER = 0.75;

describe("simulated binary crossover", () => {
  it("stays in bounds", () => {
    fc.assert(
      fc.property(unit, unit, fc.double({ min: 0, max: 100, noNaN: true }), fc.nat(), (first, second, index, seed) => {
        const child = simulatedBinaryCrossover(first, second, index, randomAt(seed));
        expect(child).toBeGreaterThanOrEqual(0);
        expect(child).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it("reaches the bounds at the ends of the spread, and repeats a parent where the chance is half", () => {
    // The chance of a larger spread is of the order of 1e-8 here, taken from 2, so eight digits are left.
    // Largest chance: the child of the lower parent falls on 0, that of the upper parent on 1.
    expect(simulatedBinaryCrossover(0.3, 0.6, 15, streamOf(LOWER, 1))).toBeCloseTo(0, 8);
    expect(simulatedBinaryCrossover(0.3, 0.6, 15, streamOf(UPPER, 1))).toBeCloseTo(1, 8);
    // Least chance: no spread, the middle.
    expect(simulatedBinaryCrossover(0.3, 0.6, 15, streamOf(LOWER, 0))).toBeCloseTo(0.45, 12);
    // A spread of 1 at chance * alpha = 1, with alpha = 2 - (1 + 2 * 0.3 / 0.3)^-3 for the lower side.
    const alpha = 2 - 3 ** -3;
    expect(simulatedBinaryCrossover(0.3, 0.6, 2, streamOf(LOWER, 1 / alpha))).toBeCloseTo(0.3, 12);
    expect(simulatedBinaryCrossover(0.6, 0.3, 2, streamOf(LOWER, 1 / alpha))).toBeCloseTo(0.3, 12);
  });

  it("follows the distribution of the spread", () => {
    // Contracting with chance 1 / alpha; alpha = 2 - 5^-3 on either side of parents at 0.4 and 0.6.
    const random = randomAt(1, "spread");
    const draws = 20_000;
    let inside = 0;
    for (let draw = 0; draw < draws; draw++) {
      const child = simulatedBinaryCrossover(0.4, 0.6, 2, random);
      if (child >= 0.4 && child <= 0.6) inside++;
    }
    const expected = 1 / (2 - 5 ** -3);
    // Four standard deviations of the binomial share.
    expect(Math.abs(inside / draws - expected)).toBeLessThan(4 * Math.sqrt((expected * (1 - expected)) / draws));
  });

  it("has one child for equal parents", () => {
    fc.assert(
      fc.property(unit, (value) => {
        expect(simulatedBinaryCrossover(value, value, 15, streamOf())).toBe(value);
      }),
    );
  });
});
