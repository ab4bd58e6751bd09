import { randomAt } from "@neurofront/core";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { polynomialMutation } from "../../src/operators/polynomial-mutation.ts";
import { streamOf } from "./constant-stream.ts";

const unit = fc.double({ min: 0, max: 1, noNaN: true });
const indices = fc.double({ min: 0, max: 100, noNaN: true });

describe("polynomial mutation", () => {
  it("stays in bounds", () => {
    fc.assert(
      fc.property(unit, indices, fc.nat(), (value, index, seed) => {
        const mutant = polynomialMutation(value, index, randomAt(seed));
        expect(mutant).toBeGreaterThanOrEqual(0);
        expect(mutant).toBeLessThanOrEqual(1);
      }),
      { numRuns: 500 },
    );
  });

  it("reaches both bounds and stays where it is in the middle, whatever the index", () => {
    fc.assert(
      fc.property(unit, indices, (value, index) => {
        expect(polynomialMutation(value, index, streamOf(0))).toBeCloseTo(0, 9);
        expect(polynomialMutation(value, index, streamOf(0.5))).toBeCloseTo(value, 9);
        expect(polynomialMutation(value, index, streamOf(1))).toBeCloseTo(1, 9);
      }),
    );
  });

  it("rises with the drawn number", () => {
    fc.assert(
      fc.property(unit, indices, unit, unit, (value, index, a, b) => {
        const low = polynomialMutation(value, index, streamOf(Math.min(a, b)));
        const high = polynomialMutation(value, index, streamOf(Math.max(a, b)));
        // Rounding of a root near its end.
        expect(low).toBeLessThanOrEqual(high + 1e-12);
      }),
    );
  });

  it("takes the step of the formula", () => {
    // Deb and Goyal without bounds: (2 u)^(1 / (index + 1)) - 1; the bound at distance 0.5 adds 0.5 * 0.5^3.
    expect(polynomialMutation(0.5, 2, streamOf(0.25))).toBeCloseTo(0.5 + (0.5 + 0.5 * 0.5 ** 3) ** (1 / 3) - 1, 12);
  });
});
