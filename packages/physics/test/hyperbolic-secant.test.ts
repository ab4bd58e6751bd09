import fc from "fast-check";
import { expect, it } from "vitest";
import { sech } from "../src/hyperbolic-secant.ts";

it("is 1 at 0 and 0 far out", () => {
  expect([sech(0), sech(800), sech(-Infinity)]).toEqual([1, 0, 0]);
});

it("sech² + tanh² = 1", () => {
  // Three roundings of numbers of at most 1.
  fc.assert(
    fc.property(fc.double({ min: -700, max: 700, noNaN: true }), (x) => {
      return Math.abs(sech(x) ** 2 + Math.tanh(x) ** 2 - 1) < 1e-15;
    }),
  );
});
