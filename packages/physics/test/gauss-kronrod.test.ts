import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { integral } from "../src/gauss-kronrod.ts";
import { relativeError } from "./relative-error.ts";

describe("integral", () => {
  // The 15-point rule is exact to degree 22; rounding of 30 terms.
  it.each([0, 1, 7, 13, 22])("integrates x^%d exactly", (power) => {
    expect(
      relativeError(
        integral((x) => x ** power, { from: 0, to: 2 }),
        2 ** (power + 1) / (power + 1),
      ),
    ).toBeLessThan(1e-14);
  });

  // Tolerance: ten times what is asked for, since the difference of the rules estimates the error of the poorer one.
  it.each([
    { title: "a root at an end", f: (x: number) => 1 / Math.sqrt(x), from: 0, to: 1, exact: 2 },
    { title: "a logarithm at an end", f: Math.log, from: 0, to: 1, exact: -1 },
    { title: "a kink", f: (x: number) => Math.abs(x - 0.3), from: 0, to: 1, exact: 0.29 },
    { title: "a jump", f: (x: number) => (x < Math.SQRT1_2 ? 1 : 2), from: 0, to: 1, exact: 2 - Math.SQRT1_2 },
    { title: "twenty decades", f: (x: number) => Math.exp(-46 * x), from: 0, to: 1, exact: (1 - Math.exp(-46)) / 46 },
    { title: "a peak", f: (x: number) => 1 / (1e-6 + x * x), from: -1, to: 1, exact: 2e3 * Math.atan(1e3) },
  ])("integrates $title", ({ f, from, to, exact }) => {
    expect(relativeError(integral(f, { from, to, relativeTolerance: 1e-9 }), exact)).toBeLessThan(1e-8);
  });

  it("comes closer with a smaller tolerance", () => {
    const error = (relativeTolerance: number) =>
      Math.abs(integral((x) => Math.sqrt(x), { from: 0, to: 1, relativeTolerance }) - 2 / 3);
    expect(error(1e-9)).toBeLessThan(error(1e-4));
    expect(error(1e-9)).toBeLessThan(1e-10);
  });

  it("turns its sign with its ends", () => {
    fc.assert(
      fc.property(fc.double({ min: -3, max: 3, noNaN: true }), fc.double({ min: -3, max: 3, noNaN: true }), (a, b) => {
        const forwards = integral(Math.cos, { from: a, to: b });
        expect(forwards).toBeCloseTo(Math.sin(b) - Math.sin(a), 12);
        expect(integral(Math.cos, { from: b, to: a })).toBeCloseTo(-forwards, 12);
      }),
    );
  });

  it("is infinite where the function is, on a point or a part", () => {
    expect(integral((x) => (x > 0.5 ? Infinity : 1), { from: 0, to: 1 })).toBe(Infinity);
    expect(integral((x) => 1 / Math.abs(x - 0.5), { from: 0, to: 1 })).toBe(Infinity);
  });
});
