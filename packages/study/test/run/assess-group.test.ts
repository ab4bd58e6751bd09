import { randomAt } from "@neurofront/core";
import type { Assessment, ConstraintStanding, SamplingEnd } from "@neurofront/core";
import { beforeAll, describe, expect, it } from "vitest";
import { assessGroup } from "../../src/run/assess-group.ts";
import type { AssessedEntrant, SearchSetting } from "../../src/run/assess-group.ts";
import { complete } from "../../src/run/work.ts";
import type { AssessmentAnswer, AssessmentRequest } from "../../src/run/work.ts";
import { searchesOf } from "../../src/search-start.ts";
import { smallRunnable } from "./small-run.ts";

/** A made-up candidate: exact energy, and chips of a mean accuracy. */
interface Made {
  readonly energy: number;
  readonly accuracy: number;
  readonly status?: "ok" | "impossible";
}

const BASE: Omit<Assessment, "status" | "metrics"> = {
  violations: [],
  ledger: [],
  phases: [],
  area: [],
  quantities: { neuron: {}, synapse: {}, interconnect: {}, system: {} },
};

function answerOf(made: readonly Made[]): (request: AssessmentRequest) => AssessmentAnswer {
  return ({ candidate, chips }) => {
    const { energy, accuracy, status = "ok" } = made[candidate]!;
    if (status === "impossible") {
      const violations = [{ kind: "impossible", code: "no-wall", message: "no wall", amount: 1 } as const];
      const none = new Float64Array();
      return { assessment: { ...BASE, status, violations, metrics: {} }, chips: { clean: none, test: none } };
    }
    const values = Float64Array.from({ length: chips.to - chips.from }, (_, k) =>
      Math.min(1, accuracy + 0.02 * (randomAt(4, "chip", chips.from + k).uniform() - 0.5)),
    );
    return {
      assessment: { ...BASE, status, metrics: { energy, delay: 1e-9, accuracy } },
      chips: { clean: values, test: values },
    };
  };
}

let setting: SearchSetting;
beforeAll(async () => {
  const { resolved, workload } = await smallRunnable({
    objectives: [{ minimize: "energy" }],
    constraints: [{ metric: "testAccuracy", atLeast: "90 %" }],
    variation: { chips: 100 },
  });
  setting = { study: resolved, search: searchesOf(resolved)[0]!, workloadOf: () => workload };
});

const design = { neuron: {}, synapse: {}, interconnect: {}, inputVoltage_V: 0.1 };
const draw = (made: readonly Made[], purpose: "search" | "elite" = "search"): Promise<AssessedEntrant[]> =>
  complete(
    assessGroup(
      setting,
      made.map((_, candidate) => ({ candidate, coordinates: [], design, lower: [] })),
      { purpose, first: purpose === "elite" ? 100 : 0, most: 100 },
      purpose === "elite" ? undefined : [],
    ),
    { evaluate: (requests) => Promise.resolve(requests.map(answerOf(made))) },
  );

describe("chips are drawn", () => {
  it.each<[string, Made, SamplingEnd, ConstraintStanding, low: number, high: number]>([
    ["until a good design is decided", { energy: 1, accuracy: 0.98 }, "decided", "met", 30, 60],
    ["hardly at all of a hopeless one", { energy: 1, accuracy: 0.5 }, "infeasible", "broken", 4, 4],
    ["to the end of one on the limit", { energy: 1, accuracy: 0.9 }, "maximum", "undecided", 100, 100],
  ])("%s", async (_what, made, end, standing, low, high) => {
    const { record, sample } = (await draw([made]))[0]!;
    const sampling = record.assessment.monteCarlo!.sampling!;
    expect(sampling).toMatchObject({ end, standings: [standing], purpose: "search", first: 0, most: 100 });
    expect(sampling.drawn).toBeGreaterThanOrEqual(low);
    expect(sampling.drawn).toBeLessThanOrEqual(high);
    expect(sample!.test).toHaveLength(sampling.drawn);
    expect(record.violation > 0).toBe(record.assessment.metrics.testAccuracy! < 0.9);
  });

  it("no longer of a design that a sure one dominates", async () => {
    const [sure, worse, equal] = (
      await draw([
        { energy: 1, accuracy: 0.99 },
        { energy: 2, accuracy: 0.93 },
        { energy: 1, accuracy: 0.93 },
      ])
    ).map(({ record }) => record.assessment.monteCarlo!.sampling!);
    expect(sure!.end).toBe("decided");
    expect(worse).toMatchObject({ end: "dominated", drawn: sure!.drawn, standings: ["undecided"] });
    expect(equal!.end).not.toBe("dominated");
  });

  it("without a race for elites, from other chips on", async () => {
    const [sure, worse] = await draw(
      [
        { energy: 1, accuracy: 0.99 },
        { energy: 2, accuracy: 0.97 },
      ],
      "elite",
    );
    expect(sure!.record.assessment.monteCarlo!.sampling).toMatchObject({ purpose: "elite", first: 100 });
    expect(worse!.record.assessment.monteCarlo!.sampling!.end).toBe("decided");
    expect(worse!.sample!.first).toBe(100);
  });

  it("not of an impossible design", async () => {
    const { record, sample } = (await draw([{ energy: 1, accuracy: 0.9, status: "impossible" }]))[0]!;
    expect(record).toMatchObject({ objectives: [], violation: 1 });
    expect(record.assessment.monteCarlo).toBeUndefined();
    expect(sample).toBeUndefined();
  });
});

it("what becomes of a design does not depend on its place in the group", async () => {
  const made = [0.99, 0.91, 0.89, 0.97].map((accuracy, k) => ({ energy: 4 - k, accuracy }));
  const forward = (await draw(made)).map(({ record }) => record.assessment.monteCarlo!.sampling);
  const backward = (await draw(made.toReversed())).map(({ record }) => record.assessment.monteCarlo!.sampling);
  expect(backward.toReversed()).toEqual(forward);
});
