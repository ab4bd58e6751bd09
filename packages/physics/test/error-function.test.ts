import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { erf, erfc } from "../src/error-function.ts";
import { relativeError } from "./relative-error.ts";

// 40-digit arithmetic (mpmath), rounded to doubles.
const table: readonly (readonly [x: number, erf: number, erfc: number])[] = [
  [0, 0, 1],
  [1e-10, 1.1283791670955126e-10, 0.99999999988716208],
  [0.25, 0.27632639016823693, 0.72367360983176307],
  [0.46875, 0.49261347321793799, 0.50738652678206201],
  [0.5, 0.52049987781304654, 0.47950012218695346],
  [1, 0.84270079294971487, 0.15729920705028513],
  [2.5, 0.99959304798255504, 0.00040695201744495894],
  [3.999, 0.99999998445525051, 1.5544749490994992e-8],
  [4, 0.9999999845827421, 1.5417257900280019e-8],
  [4.5, 0.99999999980338396, 1.9661604415428875e-10],
  [6, 1, 2.1519736712498913e-17],
  [10, 1, 2.0884875837625448e-45],
  [15.3, 1, 7.9765601254207e-104],
  [20, 1, 5.3958656116079009e-176],
  [25, 1, 8.3001725711965228e-274],
  [26, 1, 5.6631924088561428e-296],
];
/** Cody's approximations are good to a few units in the last place; exp and Horner add a few. */
const tolerance = 2e-15;

describe("erf and erfc", () => {
  it.each(table)("at %d", (x, expectedErf, expectedErfc) => {
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
