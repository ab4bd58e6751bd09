import type { ResolvedConstraint } from "@neurofront/core";
import { expect, it } from "vitest";
import { judgeAccuracy } from "../src/verdict.ts";

const wanted: readonly ResolvedConstraint[] = [{ metric: "accuracy", statistic: "mean", atLeast: 0.95 }];
const counted = (low: number, high: number): Parameters<typeof judgeAccuracy>[0] => ({
  chips: 100,
  mean: (low + high) / 2,
  low,
  high,
  p05: low,
  p50: low,
  p95: high,
});

it.each([
  ["below", 0.9, 0.94, 0.96],
  ["undecided", 0.94, 0.96, 0.96],
  ["differs", 0.955, 0.96, 0.99],
  ["confirmed", 0.955, 0.965, 0.96],
] as const)("is %s for %d ... %d with the estimate %d", (standing, low, high, estimate) => {
  expect(judgeAccuracy(counted(low, high), estimate, wanted).standing).toBe(standing);
});

it("knows when there is no bound", () => {
  const verdict = judgeAccuracy(counted(0.1, 0.2), 0.15, [{ metric: "energy", statistic: "mean", atMost: 1 }]);
  expect(verdict).toEqual({ standing: "confirmed", text: "no bound on the accuracy" });
});
