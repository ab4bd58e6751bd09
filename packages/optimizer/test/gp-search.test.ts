import { defaultsOf } from "@neurofront/core";
import type { OptimizerModel, SearchProblem } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { hypervolume } from "@neurofront/pareto";
import { gpSearch } from "../src/gp-search.ts";
import { feasible, reals } from "../src/problems/benchmark-problem.ts";
import type { BenchmarkProblem } from "../src/problems/benchmark-problem.ts";
import { technologies } from "../src/problems/technologies.ts";
import { zdt1 } from "../src/problems/zdt.ts";
import { randomSearch } from "../src/random-search.ts";
import { tpe } from "../src/tpe.ts";
import { feasibleObjectives, problemOf, search } from "./search.ts";

/** ZDT1 with six variables. */
const small: BenchmarkProblem = { ...zdt1, title: "ZDT1 of 6 variables", dimensions: reals(6) };

function shareOf(model: OptimizerModel, benchmark: BenchmarkProblem, evaluations: number, seed: number): number {
  const found = feasibleObjectives(search(model, problemOf(benchmark, evaluations, seed), benchmark.evaluate));
  return hypervolume(found, benchmark.reference) / benchmark.frontHypervolume;
}

const median = (values: readonly number[]): number => values.toSorted((a, b) => a - b)[values.length >> 1]!;

// `comparison.test.ts` has problems of reals; the mixed one is impossible in parts.
it.each([
  { title: "gp", model: gpSearch as OptimizerModel },
  { title: "tpe", model: tpe as OptimizerModel },
])("$title beats random search on a mixed problem", ({ model }) => {
  const learned = [1, 2, 3].map((seed) => shareOf(model, technologies, 40, seed));
  const blind = [1, 2, 3, 4, 5, 6, 7].map((seed) => shareOf(randomSearch, technologies, 40, seed));
  expect(median(learned)).toBeGreaterThan(median(blind));
});

describe("the Gaussian-process search", () => {
  it("leads on ZDT1 of 6 variables at 100 evaluations", () => {
    // Another program has a median of 0.949 of seeds 1 to 11 (Optuna 5, GPSampler); ours is 0.992, worst 0.992.
    expect(shareOf(gpSearch, small, 100, 1)).toBeGreaterThan(0.95);
  });

  it("finds the least value of one objective", () => {
    const problem: SearchProblem = { dimensions: reals(2), objectiveCount: 1, evaluations: 40, seed: 2 };
    // Branin's function (Dixon and Szego, Towards Global Optimisation 2, 1978): least 0.397887.
    const told = search(gpSearch, problem, (point) => {
      const x = 15 * point[0]! - 5;
      const y = 15 * point[1]!;
      const valley = y - (5.1 / (4 * Math.PI ** 2)) * x * x + (5 / Math.PI) * x - 6;
      return feasible(valley ** 2 + 10 * (1 - 1 / (8 * Math.PI)) * Math.cos(x) + 10);
    });
    // Random search of 40 evaluations leaves 1.6 on the median of 11 seeds.
    expect(Math.min(...told.map(({ objectives }) => objectives[0]!)) - 0.397_887).toBeLessThan(0.01);
  });

  it("of a hundred evaluations of three objectives covers the sphere", () => {
    const sphere = (x: Float64Array): ReturnType<typeof feasible> => {
      const radius = 1 + (x[2]! - 0.3) ** 2 + (x[3]! - 0.6) ** 2;
      const [a, b] = [(Math.PI / 2) * x[0]!, (Math.PI / 2) * x[1]!];
      return feasible(radius * Math.cos(a) * Math.cos(b), radius * Math.cos(a) * Math.sin(b), radius * Math.sin(a));
    };
    const problem: SearchProblem = { dimensions: reals(4), objectiveCount: 3, evaluations: 60, seed: 1 };
    const volume = (model: OptimizerModel): number =>
      hypervolume(feasibleObjectives(search(model, problem, sphere)), [1.1, 1.1, 1.1]) / (1.1 ** 3 - Math.PI / 6);
    expect(volume(gpSearch)).toBeGreaterThan(1.2 * volume(randomSearch));
  });

  it("averages estimates with standard errors instead of following the lucky ones", () => {
    const problem: SearchProblem = { dimensions: reals(1), objectiveCount: 1, evaluations: 30, seed: 5 };
    const optimizer = gpSearch.create(defaultsOf(gpSearch.parameters), problem);
    const places: number[] = [];
    let lucky = true;
    for (let k = 0; k < 30; k++)
      for (const { id, coordinates } of optimizer.ask(1)) {
        const x = coordinates[0]!;
        places.push(x);
        // One estimate far from the minimum at 0.3 is lucky by two of its standard errors.
        const luck = lucky && x > 0.8 ? -1 : 0;
        if (luck < 0) lucky = false;
        optimizer.tell([
          {
            id,
            status: "ok",
            objectives: [(x - 0.3) ** 2 + luck],
            violation: 0,
            standardErrors: [luck < 0 ? 0.5 : 0.01],
          },
        ]);
      }
    const late = places.slice(-10);
    expect(late.filter((x) => Math.abs(x - 0.3) < 0.15).length).toBeGreaterThan(6);
  });

  it("with four objectives says that it takes weighted functions of them", () => {
    const problem: SearchProblem = { dimensions: reals(3), objectiveCount: 4, evaluations: 20, seed: 1 };
    const optimizer = gpSearch.create(defaultsOf(gpSearch.parameters), problem);
    expect(optimizer.takeNotes?.()).toEqual([
      expect.stringContaining("4 objectives: each proposal improves one weighted"),
    ]);
    expect(optimizer.takeNotes?.()).toEqual([]);
    const told = search(gpSearch, problem, (x) => feasible(x[0]!, x[1]!, x[2]!, 3 - x[0]! - x[1]! - x[2]!));
    expect(told).toHaveLength(20);
  });

  it.each([1, 4])("with %i pending proposes the same in any order of completion", (pendingProposals) => {
    const settings = { ...defaultsOf(gpSearch.parameters), pendingProposals };
    const run = (batch: number, pick: (count: number) => number): Float64Array[] => {
      const optimizer = gpSearch.create(settings, problemOf(technologies, 24, 9));
      const points: Float64Array[] = [];
      const pending: { id: number; coordinates: Float64Array }[] = [];
      while (points.length < 24 || pending.length > 0) {
        if (points.length < 24)
          for (const proposal of optimizer.ask(Math.min(batch, 24 - points.length))) {
            points.push(proposal.coordinates);
            pending.push(proposal);
          }
        const [one] = pending.splice(pick(pending.length), 1);
        if (one !== undefined) optimizer.tell([{ id: one.id, ...technologies.evaluate(one.coordinates) }]);
      }
      return points;
    };
    const first = run(1, () => 0);
    expect(run(24, (count) => count - 1)).toStrictEqual(first);
    expect(run(3, (count) => count >> 1)).toStrictEqual(first);
  });

  it("works on 20 dimensions near its best designs", () => {
    const problem: SearchProblem = { dimensions: reals(20), objectiveCount: 1, evaluations: 100, seed: 1 };
    const bowl = (x: Float64Array): ReturnType<typeof feasible> =>
      feasible(x.reduce((sum, each) => sum + (each - 0.37) ** 2, 0));
    const told = search(gpSearch, problem, bowl).map(({ objectives }) => objectives[0]!);
    // 0.39 after 100 evaluations, 1.14 after the 42 of the Latin hypercube.
    expect(Math.min(...told.slice(42))).toBeLessThan(0.5 * Math.min(...told.slice(0, 42)));
  });
});
