import type { CandidateRecord, LowerFidelity } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { asLower, costsOf, promoted, spentOn, standingAt } from "../../src/run/promotion.ts";
import type { Standing } from "../../src/run/promotion.ts";

function candidate(
  number: number,
  objectives: readonly number[],
  violation = 0,
  lower: readonly LowerFidelity[] = [],
): CandidateRecord {
  return {
    search: "a/full",
    candidate: number,
    coordinates: [],
    design: { neuron: {}, synapse: {}, interconnect: {}, inputVoltage_V: 0.1 },
    assessment: {
      status: objectives.length === 0 ? "impossible" : "ok",
      violations: [],
      metrics: { energy: objectives[0] ?? 0 },
      ledger: [],
      phases: [],
      area: [],
      quantities: { neuron: {}, synapse: {}, interconnect: {}, system: {} },
      fidelity: "rough",
      ...(lower.length === 0 ? {} : { lower }),
    },
    objectives,
    violation,
  };
}

const group = [
  candidate(0, [3, 1]),
  candidate(1, [1, 3]),
  candidate(2, [2, 4]),
  candidate(3, [0, 0], 0.5),
  candidate(4, []),
];
const standings = (records: readonly CandidateRecord[]): Standing[] => records.map((one) => standingAt(one, 0)!);
const numbers = (records: readonly CandidateRecord[]): number[] => records.map((one) => one.candidate);

describe("the front rule", () => {
  it("takes the feasible ones that none dominates", () => {
    expect(numbers(promoted(group, standings(group), { rule: "front" }))).toEqual([0, 1]);
  });

  it("asks all that have been at the fidelity, also those that have gone on", () => {
    const gone = candidate(9, [100, 100], 0, asLower(candidate(9, [1, 2])));
    expect(numbers(promoted(group, standings([...group, gone]), { rule: "front" }))).toEqual([0]);
  });

  it("takes none where none is feasible", () => {
    expect(promoted(group.slice(3), standings(group.slice(3)), { rule: "front" })).toEqual([]);
  });
});

describe("the share rule", () => {
  it.each([
    [0.2, [0]],
    [0.4, [0, 1]],
    [0.6, [0, 1, 2]],
    // Infeasible before impossible, which never goes on.
    [0.8, [0, 1, 2, 3]],
    [1, [0, 1, 2, 3]],
    [0.01, [0]],
  ])("of %d takes %j, by constrained rank", (share, expected) => {
    expect(numbers(promoted(group, standings(group), { rule: "share", share }))).toEqual(expected);
  });
});

it("what a candidate was worth at a fidelity is kept", () => {
  const gone = candidate(1, [5, 6], 0.1, asLower(candidate(1, [1, 2], 0.3)));
  expect(standingAt(gone, 0)).toEqual({ candidate: 1, objectives: [1, 2], violation: 0.3, isPossible: true });
  expect(standingAt(gone, 1)).toEqual({ candidate: 1, objectives: [5, 6], violation: 0.1, isPossible: true });
  expect(standingAt(gone, 2)).toBeUndefined();
});

it("a candidate costs what its fidelities cost", () => {
  const costs = costsOf([
    { name: "rough", cost: 1 },
    { name: "fine", cost: 8 },
  ]);
  expect(spentOn(candidate(0, [1]), costs)).toBe(1);
  expect(spentOn(candidate(0, [1], 0, asLower(candidate(0, [1]))), costs)).toBe(9);
  expect(spentOn(candidate(0, [1]), costsOf(undefined))).toBe(1);
});
