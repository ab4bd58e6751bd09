import type {
  Assessment,
  ConstraintStanding,
  MonteCarloAccuracy,
  ResolvedConstraint,
  ResolvedObjective,
  Sampling,
  Violation,
} from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { exactViolation, judge, needsChips, scoreOf } from "../src/score.ts";
import type { Judgement } from "../src/score.ts";

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

describe("a constraint that chips have looked at", () => {
  const constraint: ResolvedConstraint = { metric: "accuracy", statistic: "p05", atLeast: 0.9 };
  const judged = (p05: number, standing: ConstraintStanding): Judgement => {
    const sampling: Sampling = {
      purpose: "search",
      first: 0,
      drawn: 100,
      most: 200,
      end: "decided",
      standings: [standing],
      standardErrors: [0, 0.01],
    };
    const monteCarlo = { clean: { ...spread, p05 }, test: spread, sampling };
    return judge({ ...assessment, violations: [], monteCarlo }, { objectives, constraints: [constraint] });
  };

  it.each<[number, ConstraintStanding, number]>([
    [0.95, "met", 0],
    [0.95, "undecided", 0],
    [0.81, "undecided", 0.1],
    [0.81, "broken", 0.1],
    // The verdict of the chips stands, whatever the estimate.
    [0.89, "met", 0],
    [0.91, "broken", 1e-6],
  ])("estimate %d, %s: violation %d", (p05, standing, violation) => {
    const { violation: found, violations } = judged(p05, standing);
    expect(found).toBeCloseTo(violation, 12);
    expect(violations.map(({ code }) => code)).toEqual(violation > 0 ? ["accuracy-below-bound"] : []);
  });

  it("says so where the estimate says otherwise", () => {
    expect(judged(0.91, "broken").violations[0]!.message).toBe(
      "p05 of accuracy is 0.91, but its chips say that it does not keep the study's limit of 0.9",
    );
  });

  it("does not count among the exact violations", () => {
    const exact: ResolvedConstraint = { metric: "energy", statistic: "mean", atMost: 1e-15 };
    expect(exactViolation(assessment, { objectives, constraints: [constraint, exact] })).toBeCloseTo(0.25 + 1, 12);
  });
});

describe("a study that asks for the worst corner", () => {
  const nominal = { temperature_K: 300, supplyFactor: 1, inputVoltageFactor: 1, status: "ok", violations: [] } as const;
  const cornered: Assessment = {
    ...assessment,
    violations: [],
    corners: [
      { ...nominal, name: "hot", metrics: { energy: 3e-15, delay: 2e-9, accuracy: 0.8 } },
      { ...nominal, name: "cold", metrics: { energy: 1e-15, delay: 0.5e-9, accuracy: 0.95 } },
    ],
  };
  const worst: ResolvedObjective[] = [
    { metric: "energy", statistic: "worst", goal: "minimize" },
    { metric: "accuracy", statistic: "worst", goal: "maximize" },
  ];

  it("takes the worst of each metric, the nominal one among them", () => {
    expect(judge(cornered, { objectives: worst, constraints: [] }).objectives).toEqual([3e-15, -0.8]);
    const mild = { ...cornered, corners: cornered.corners!.slice(1) };
    expect(judge(mild, { objectives: worst, constraints: [] }).objectives).toEqual([2e-15, -0.9]);
  });

  it("breaks a bound there that holds at the nominal conditions", () => {
    const bound: ResolvedConstraint = { metric: "accuracy", statistic: "worst", atLeast: 0.85 };
    const { violations } = judge(cornered, { objectives: [], constraints: [bound] });
    expect(violations.map(({ message }) => message)).toEqual([
      "worst of accuracy is 0.8, the study asks for at least 0.85",
    ]);
  });

  it("counts what breaks at a corner, where it does not when only means are asked for", () => {
    const broken: Violation = { kind: "impossible", code: "no-headroom", message: "no headroom", amount: 0.4 };
    const design: Assessment = {
      ...cornered,
      corners: [{ ...nominal, name: "low", status: "impossible", metrics: {}, violations: [broken] }],
    };
    const judged = judge(design, { objectives: worst, constraints: [] });
    expect(judged.violation).toBe(0.4);
    expect(judged.violations).toEqual([{ ...broken, kind: "invalid", message: "corner low: no headroom" }]);
    expect(judged.objectives).toEqual([2e-15, -0.9]);
    expect(exactViolation(design, { objectives: worst, constraints: [] })).toBe(0.4);
    expect(judge(design, { objectives: [objectives[0]!], constraints: [] }).violation).toBe(0);
  });
});

describe("what an optimizer is told", () => {
  const judgement = { objectives: [1, 2], violation: 0 };

  it("has standard errors where an objective is an estimate", () => {
    expect(scoreOf(3, "ok", judgement, [0, 0.1])).toEqual({
      id: 3,
      status: "ok",
      ...judgement,
      standardErrors: [0, 0.1],
    });
  });

  it("has none where all is exact", () => {
    for (const none of [undefined, [], [0, 0]])
      expect(scoreOf(3, "ok", judgement, none)).toEqual({ id: 3, status: "ok", ...judgement });
  });
});

it.each<[readonly ResolvedObjective[], boolean]>([
  [[{ metric: "energy", statistic: "mean", goal: "minimize" }], false],
  [[{ metric: "accuracy", statistic: "p05", goal: "maximize" }], true],
  [[{ metric: "testAccuracy", statistic: "mean", goal: "maximize" }], true],
])("needs chips for quantiles and test patterns only", (wanted, expected) => {
  expect(needsChips({ objectives: wanted, constraints: [] })).toBe(expected);
});
