import type { Assessment, MonteCarloAccuracy, ResolvedConstraint, ResolvedObjective } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { judge, needsChips } from "../src/score.ts";

const spread: MonteCarloAccuracy = { chips: 100, mean: 0.9, low: 0.85, high: 0.93, p05: 0.8, p50: 0.91, p95: 0.97 };
const assessment: Assessment = {
  status: "ok",
  violations: [
    { kind: "invalid", code: "too-thin", message: "too thin", amount: 0.25 },
    { kind: "warning", code: "hot", message: "hot", amount: 5 },
  ],
  metrics: { energy: 2e-15, delay: 1e-9, accuracy: 0.9 },
  ledger: [],
  phases: [],
  area: [],
  quantities: { neuron: {}, synapse: {}, interconnect: {}, system: {} },
  monteCarlo: { clean: spread, test: { ...spread, mean: 0.7, p05: 0.6 } },
};
const objectives: ResolvedObjective[] = [
  { metric: "energy", statistic: "mean", goal: "minimize" },
  { metric: "accuracy", statistic: "p05", goal: "maximize" },
];

describe("judging", () => {
  it("minimises, whatever the goal", () => {
    expect(judge(assessment, { objectives, constraints: [] }).objectives).toEqual([2e-15, -0.8]);
  });

  it.each<[string, ResolvedConstraint, number, string]>([
    [
      "a lower bound not met",
      { metric: "accuracy", statistic: "mean", atLeast: 0.95 },
      0.25 + 0.05 / 0.95,
      "accuracy is 0.9, the study asks for at least 0.95",
    ],
    [
      "a lower bound of a quantile",
      { metric: "accuracy", statistic: "p05", atLeast: 0.9 },
      0.25 + 0.1 / 0.9,
      "p05 of accuracy is 0.8, the study asks for at least 0.9",
    ],
    [
      "an upper bound not met",
      { metric: "delay", statistic: "mean", atMost: 0.5e-9 },
      0.25 + 1,
      "delay is 1 ns, the study asks for at most 500 ps",
    ],
  ])("adds %s to the model's own violations, warnings left out", (_what, constraint, violation, message) => {
    const judgement = judge(assessment, { objectives, constraints: [constraint] });
    expect(judgement.violation).toBeCloseTo(violation, 12);
    expect(judgement.violations.at(-1)).toMatchObject({ kind: "constraint", message });
  });

  it.each<[string, ResolvedConstraint]>([
    ["a lower bound", { metric: "accuracy", statistic: "mean", atLeast: 0.9 }],
    ["an upper bound", { metric: "energy", statistic: "mean", atMost: 2e-15 }],
  ])("takes %s that is just met as met", (_what, constraint) => {
    expect(judge(assessment, { objectives, constraints: [constraint] }).violation).toBe(0.25);
  });

  it("gives an impossible design no objectives", () => {
    const impossible: Assessment = {
      ...assessment,
      status: "impossible",
      metrics: {},
      violations: [{ kind: "impossible", code: "no-wall", message: "no wall", amount: 3 }],
    };
    expect(judge(impossible, { objectives, constraints: [] })).toMatchObject({ objectives: [], violation: 3 });
  });
});

it.each<[readonly ResolvedObjective[], boolean]>([
  [[{ metric: "energy", statistic: "mean", goal: "minimize" }], false],
  [[{ metric: "accuracy", statistic: "p05", goal: "maximize" }], true],
  [[{ metric: "testAccuracy", statistic: "mean", goal: "maximize" }], true],
])("needs chips for quantiles and test patterns only", (wanted, expected) => {
  expect(needsChips({ objectives: wanted, constraints: [] })).toBe(expected);
});
