import { expect, it } from "vitest";
import { NORMAL_NODES } from "../src/normal-quadrature.ts";

const moment = (power: number): number =>
  NORMAL_NODES.reduce((sum, { node, weight }) => sum + weight * node ** power, 0);

it.each([
  [0, 1],
  [2, 1],
  [4, 3],
  [6, 15],
  [8, 105],
  [10, 945],
  [12, 10_395],
])("has the moment %d of the standard normal variable", (power, expected) => {
  // Sixteen digits of nodes and weights.
  expect(Math.abs(moment(power) / expected - 1)).toBeLessThan(1e-13);
  expect(Math.abs(moment(power + 1))).toBeLessThan(1e-9);
});

it("misses the moment 14, 135 135", () => {
  expect(moment(14) / 135_135).toBeLessThan(0.99);
});
