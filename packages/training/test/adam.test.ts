import { expect, it } from "vitest";
import { adamStep, newAdamState } from "../src/adam.ts";

it("goes down by the rate at first, whatever the size of the gradient", () => {
  const weights = Float64Array.of(0.5, -0.5, 0);
  adamStep(weights, Float64Array.of(1e-3, -1e3, 0), newAdamState(3), 0.01);
  expect(weights[0]).toBeCloseTo(0.49, 6);
  expect(weights[1]).toBeCloseTo(-0.49, 6);
  expect(weights[2]).toBe(0);
});

it("finds the minimum of a parabola, and the edge where the minimum lies beyond", () => {
  const weights = Float64Array.of(-0.9, 0);
  const state = newAdamState(2);
  for (let step = 0; step < 2000; step++)
    adamStep(weights, Float64Array.of(weights[0]! - 0.3, weights[1]! - 2), state, 0.01);
  expect(weights[0]).toBeCloseTo(0.3, 3);
  expect(weights[1]).toBe(1);
});
