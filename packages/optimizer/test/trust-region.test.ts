import type { EvaluatedPoint } from "@neurofront/core";
import { expect, it } from "vitest";
import { trustRegionEdge } from "../src/trust-region.ts";

const evaluated = (values: readonly number[]): EvaluatedPoint[] =>
  values.map((value, id) => ({
    coordinates: Float64Array.of(0.5),
    score: { id, status: "ok", objectives: [value], violation: 0 },
  }));

it.each([
  ["at first", [5, 4], 0.8],
  ["after three successes", [5, 4, 3, 2, 1], 1.6],
  ["after six successes, at most", [9, 8, 7, 6, 5, 4, 3, 2, 1], 1.6],
  ["after as many failures as dimensions", [1, 2, 3, 4, 5, 6], 0.4],
  ["when a success comes between", [9, 10, 11, 10, 8, 11, 12], 0.8],
])("the trust region %s", (_, values, edge) => {
  expect(trustRegionEdge(evaluated(values), 2, 4, 1)).toBe(edge);
});

it("begins again when it has become too small", () => {
  // 0.8 is halved seven times to 0.00625, below 0.5^7 = 0.0078.
  expect(trustRegionEdge(evaluated([1, ...Array.from({ length: 7 * 4 }, () => 2)]), 1, 4, 1)).toBe(0.8);
});
