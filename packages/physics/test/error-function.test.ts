import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { erf, erfc } from "../src/error-function.ts";
import { errorFunctionByMpmath } from "./peers/error-function.ts";
import { relativeError } from "./relative-error.ts";

/** Cody's approximations are good to a few units in the last place; exp and Horner add a few. */
const tolerance = 2e-15;

describe("erf and erfc", () => {
  it.each(errorFunctionByMpmath)("at %d", (x, expectedErf, expectedErfc) => {
    expect(relativeError(erf(x), expectedErf)).toBeLessThan(tolerance);
    expect(relativeError(erfc(x), expectedErfc)).toBeLessThan(tolerance);
    expect(relativeError(erfc(-x), 1 + expectedErf)).toBeLessThan(tolerance);
  });

  it("have their limits at infinity and pass NaN on", () => {
    expect([erf(Infinity), erf(-Infinity), erfc(Infinity), erfc(-Infinity), erfc(30)]).toEqual([1, -1, 0, 2, 0]);
    expect([erf(NaN), erfc(NaN)]).toEqual([NaN, NaN]);
  });

  const real = fc.double({ min: -30, max: 30, noNaN: true });
  it("erf is odd", () => {
    fc.assert(fc.property(real, (x) => erf(-x) === -erf(x)));
  });
  it("erf + erfc = 1", () => {
    // One rounding of each of the two.
    fc.assert(fc.property(real, (x) => Math.abs(erf(x) + erfc(x) - 1) <= 4 * Number.EPSILON));
  });
  it("erfc does not rise", () => {
    // Neighbouring values may be out of order by their own rounding.
    fc.assert(fc.property(real, real, (a, b) => erfc(Math.max(a, b)) <= erfc(Math.min(a, b)) * (1 + tolerance)));
  });
  it("erfc keeps its asymptotic bounds in the tail", () => {
    // 2/(√π·(x + √(x² + 2))) < exp(x²)·erfc(x) <= 2/(√π·(x + √(x² + 4/π))) for x >= 0 (Abramowitz and Stegun 7.1.13).
    const tail = fc.double({ min: 0, max: 5, noNaN: true });
    const bound = (x: number, added: number) => 2 / (Math.sqrt(Math.PI) * (x + Math.sqrt(x * x + added)));
    fc.assert(
      fc.property(tail, (x) => {
        const scaled = Math.exp(x * x) * erfc(x);
        // exp of the rounded square is good to 25 units in the last place at x = 5.
        return scaled >= bound(x, 2) * (1 - 1e-14) && scaled <= bound(x, 4 / Math.PI) * (1 + 1e-14);
      }),
    );
  });
});
