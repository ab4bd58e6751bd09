import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bracketedRoot, newtonRoot } from "../src/root-finding.ts";

interface Case {
  readonly name: string;
  readonly f: (x: number) => number;
  readonly derivative: (x: number) => number;
  readonly low: number;
  readonly high: number;
  readonly root: number;
}

const cases: readonly Case[] = [
  { name: "x² - 2", f: (x) => x * x - 2, derivative: (x) => 2 * x, low: 0, high: 2, root: Math.SQRT2 },
  { name: "a falling line", f: (x) => 3 - x, derivative: () => -1, low: -1e6, high: 1e6, root: 3 },
  { name: "cos x", f: Math.cos, derivative: (x) => -Math.sin(x), low: 0, high: 3, root: Math.PI / 2 },
  {
    name: "exp(x) - 1e-9",
    f: (x) => Math.exp(x) - 1e-9,
    derivative: Math.exp,
    low: -50,
    high: 100,
    root: Math.log(1e-9),
  },
  { name: "x³, flat at its root", f: (x) => x ** 3, derivative: (x) => 3 * x * x, low: -1, high: 1.5, root: 0 },
  // Newton alone diverges from every start beyond 1.39.
  { name: "atan x", f: Math.atan, derivative: (x) => 1 / (1 + x * x), low: -10, high: 2000, root: 0 },
  { name: "a root at an end", f: (x) => x - 1, derivative: () => 1, low: 1, high: 7, root: 1 },
  { name: "a step", f: (x) => (x < 0.3 ? -1 : 1), derivative: () => 0, low: 0, high: 1, root: 0.3 },
  { name: "a reversed bracket", f: (x) => x * x * x - 8, derivative: (x) => 3 * x * x, low: 5, high: 0, root: 2 },
];

const methods = {
  bracketedRoot: (at: Case, tolerance = 0) => bracketedRoot(at.f, { low: at.low, high: at.high, tolerance }),
  newtonRoot: (at: Case, tolerance = 0) => newtonRoot(at.f, at.derivative, { low: at.low, high: at.high, tolerance }),
};

describe.each(Object.entries(methods))("%s", (name, solve) => {
  it.each(cases)("$name", (at) => {
    // Four units in the last place of the root; 1e-12 near 0, where only the bracket gives a scale.
    expect(Math.abs(solve(at) - at.root)).toBeLessThanOrEqual(Math.max(4 * Number.EPSILON * Math.abs(at.root), 1e-12));
  });

  it("finds the root of a random rising cubic", () => {
    const real = fc.double({ min: -100, max: 100, noNaN: true });
    fc.assert(
      fc.property(real, fc.double({ min: 0.1, max: 10, noNaN: true }), (root, slope) => {
        const f = (x: number) => (x - root) * (slope + (x - root) ** 2);
        const derivative = (x: number) => slope + 3 * (x - root) ** 2;
        const found = solve({ name: "cubic", f, derivative, low: -150, high: 170, root });
        // The root is a simple one: exact to rounding.
        return Math.abs(found - root) <= 1e-13 * Math.max(Math.abs(root), 1);
      }),
    );
  });

  it("stops within the tolerance asked for, in fewer evaluations", () => {
    let calls = 0;
    const f = (x: number) => {
      calls++;
      return Math.exp(x) - 5;
    };
    const at = { name: "", f, derivative: Math.exp, low: 0, high: 10, root: Math.log(5) };
    solve(at);
    const exactCalls = calls;
    calls = 0;
    expect(Math.abs(solve(at, 1e-3) - at.root)).toBeLessThan(1e-3);
    expect(calls).toBeLessThan(exactCalls);
    // Bisection alone would take 53 for the exact root.
    expect(exactCalls).toBeLessThan(20);
  });

  it("names method, bracket and values when there is no change of sign", () => {
    const at = { name: "", f: (x: number) => x * x + 1, derivative: (x: number) => 2 * x, low: -1, high: 2, root: 0 };
    expect(() => solve(at)).toThrow(`${name}: expected a change of sign in [-1, 2], got f(-1) = 2 and f(2) = 5`);
  });

  it("names the place where the function is not a number", () => {
    const f = (x: number) => (x === 0 || x === 1 ? x - 0.5 : NaN);
    expect(() => solve({ name: "", f, derivative: () => 1, low: 0, high: 1, root: 0.5 })).toThrow(
      "f(0.5) is not a number",
    );
    expect(() => solve({ name: "", f: () => NaN, derivative: () => 1, low: 0, high: 1, root: 0 })).toThrow(
      "change of sign",
    );
  });
});
