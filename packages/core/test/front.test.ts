import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CandidateRecord } from "../src/archive.ts";
import { dominates } from "../src/dominance.ts";
import { bestOf, frontOf, isFeasible, rungOf } from "../src/front.ts";
import type { MetricName } from "../src/metric.ts";

function record(
  candidate: number,
  metrics: Partial<Record<MetricName, number>>,
  rest: { violation?: number; status?: "ok" | "impossible" } = {},
): CandidateRecord {
  const { violation = 0, status = "ok" } = rest;
  return {
    search: "a/full",
    candidate,
    coordinates: [],
    design: { neuron: {}, synapse: {}, interconnect: {}, inputVoltage_V: 0.01 },
    assessment: {
      status,
      violations: [],
      metrics,
      ledger: [],
      phases: [],
      area: [],
      quantities: { neuron: {}, synapse: {}, interconnect: {}, system: {} },
    },
    objectives: status === "ok" ? [metrics.energy ?? 0, metrics.delay ?? 0] : [],
    violation,
  };
}

const numbers = (records: readonly CandidateRecord[]): number[] => records.map(({ candidate }) => candidate);

const search = [
  record(0, {}, { status: "impossible", violation: 2 }),
  record(1, { energy: 1, delay: 1, accuracy: 0.5 }, { violation: 0.4 }),
  record(2, { energy: 4, delay: 2, accuracy: 0.99 }),
  record(3, { energy: 2, delay: 4, accuracy: 1 }),
  record(4, { energy: 2, delay: 4, accuracy: 1 }),
  record(5, { energy: 5, delay: 5 }),
];

it("feasible is possible and without violation", () => {
  expect(numbers(search.filter(isFeasible))).toStrictEqual([2, 3, 4, 5]);
  // Impossible stays infeasible even when a plugin gave the amount 0.
  expect(isFeasible(record(0, {}, { status: "impossible" }))).toBe(false);
});

describe("frontOf", () => {
  it("has the feasible, non-dominated candidates, the first of equals", () => {
    expect(numbers(frontOf(search))).toStrictEqual([2, 3]);
    expect(frontOf([])).toStrictEqual([]);
    expect(frontOf(search.slice(0, 2))).toStrictEqual([]);
  });

  it("no feasible candidate dominates one of the front", () => {
    const records = fc.array(
      fc.record({
        energy: fc.integer({ min: 0, max: 9 }),
        delay: fc.integer({ min: 0, max: 9 }),
        violation: fc.constantFrom(0, 0, 0, 0.5),
      }),
    );
    fc.assert(
      fc.property(records, (list) => {
        const all = list.map(({ energy, delay, violation }, k) => record(k, { energy, delay }, { violation }));
        const feasible = all.filter(isFeasible);
        const front = frontOf(all);
        expect(front.length > 0).toBe(feasible.length > 0);
        for (const member of front) {
          expect(isFeasible(member)).toBe(true);
          expect(feasible.some((other) => dominates(other.objectives, member.objectives))).toBe(false);
        }
      }),
    );
  });
});

describe("bestOf", () => {
  it.each([
    ["energy", 3],
    ["delay", 2],
    ["accuracy", 3],
    ["area", undefined],
  ] as const)("in %s is candidate %j", (metric, candidate) => {
    expect(bestOf(search, metric)?.candidate).toBe(candidate);
  });

  it("is undefined when nothing is feasible", () => {
    expect(bestOf(search.slice(0, 2), "energy")).toBeUndefined();
    expect(bestOf([], "energy")).toBeUndefined();
  });

  it("never takes a candidate without the metric", () => {
    expect(bestOf([record(0, {}), record(1, { energy: 7 })], "energy")?.candidate).toBe(1);
  });
});

describe("fidelities", () => {
  const lower = { fidelity: "rough", status: "ok", metrics: {}, objectives: [], violation: 0 } as const;
  const promoted = (base: CandidateRecord): CandidateRecord => ({
    ...base,
    assessment: { ...base.assessment, fidelity: "fine", lower: [lower] },
  });
  const rough = record(0, { energy: 1, delay: 1 });
  const fine = promoted(record(1, { energy: 2, delay: 2 }));
  const elsewhere = { ...record(2, { energy: 1.5, delay: 1.5 }), search: "b/full" };

  it("of which only the highest that a search has used makes its front and its best", () => {
    expect([rungOf(rough), rungOf(fine)]).toStrictEqual([0, 1]);
    expect(numbers(frontOf([rough, fine]))).toStrictEqual([1]);
    expect(bestOf([rough, fine], "energy")?.candidate).toBe(1);
    expect(numbers(frontOf([rough, promoted(record(1, { energy: 2 }, { violation: 1 }))]))).toStrictEqual([]);
  });

  it("do not keep searches from being compared", () => {
    expect(bestOf([fine, elsewhere], "energy")?.candidate).toBe(2);
  });
});
