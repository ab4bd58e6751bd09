import { defaultsOf } from "@neurofront/core";
import type { OptimizerModel } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { autoSearch } from "../src/auto.ts";
import { cmaEs } from "../src/cma-es.ts";
import { polish } from "../src/polish.ts";
import { randomSearch } from "../src/random-search.ts";
import { shade } from "../src/shade.ts";
import { sobolSearch } from "../src/sobol-search.ts";
import { reals } from "../src/problems/benchmark-problem.ts";
import { singleObjectives } from "../src/problems/single-objective.ts";
import { precisions, reached } from "./single-objective.ts";

const SIZE = 5;
const AFTER = [10, 30, 100, 300, 1000].map((times) => times * SIZE);
/** Instances of each of the 24 families, one search each. */
const INSTANCES = 5;

// Shares as measured. The bound allows 0.02: a change of the random numbers moves the shares of 120 searches by about 0.01.
describe("the share of targets reached after 10, 30, 100, 300 and 1000 evaluations a dimension", () => {
  it.each([
    { title: "CMA-ES, BIPOP", model: cmaEs, settings: {}, shares: [0.071, 0.105, 0.217, 0.508, 0.671] },
    {
      title: "CMA-ES, IPOP",
      model: cmaEs,
      settings: { restarts: "ipop" },
      shares: [0.071, 0.105, 0.217, 0.508, 0.667],
    },
    { title: "L-SHADE", model: shade, settings: {}, shares: [0.052, 0.071, 0.11, 0.183, 0.705] },
    { title: "local polish", model: polish, settings: {}, shares: [0.178, 0.228, 0.331, 0.415, 0.514] },
    { title: "Sobol sequence", model: sobolSearch, settings: {}, shares: [0.048, 0.06, 0.076, 0.088, 0.1] },
    { title: "random search", model: randomSearch, settings: {}, shares: [0.047, 0.059, 0.072, 0.087, 0.1] },
  ] as { title: string; model: OptimizerModel; settings: Record<string, string>; shares: number[] }[])(
    "of $title is $shares",
    ({ model, settings, shares }) => {
      const sums = AFTER.map(() => 0);
      const problems = singleObjectives(SIZE, INSTANCES);
      for (const [index, problem] of problems.entries())
        for (const [k, precision] of precisions(model, problem, SIZE, AFTER, 1000 + index, settings).entries())
          sums[k]! += reached(precision);
      const found = sums.map((sum) => sum / problems.length);
      for (const [k, share] of found.entries()) expect(Math.abs(share - shares[k]!)).toBeLessThan(0.02);
    },
    300_000,
  );
});

it("the automatic choice reaches at 1000 evaluations a dimension more targets than CMA-ES of other programs", () => {
  const problems = singleObjectives(SIZE, INSTANCES);
  const shares = problems.map((problem, index) =>
    reached(precisions(autoSearch, problem, SIZE, [1000 * SIZE], 1000 + index)[0]!),
  );
  // pycma 4.4 with BIPOP reaches 0.662 and cmaes 0.13 with IPOP 0.645 on the functions of COCO; 0.736 on the median of 11 instances here.
  expect(shares.reduce((sum, share) => sum + share, 0) / shares.length).toBeGreaterThan(0.69);
}, 300_000);

it("asking CMA-ES and telling it takes at most 20 us of processor time an evaluation in 5 dimensions", () => {
  const evaluations = 20_000;
  const problem = { dimensions: reals(SIZE), objectiveCount: 1, evaluations, seed: 1 };
  const optimizer = cmaEs.create(defaultsOf(cmaEs.parameters), problem);
  const before = process.cpuUsage();
  for (let done = 0; done < evaluations;) {
    const batch = optimizer.ask(evaluations - done);
    done += batch.length;
    optimizer.tell(
      batch.map(({ id, coordinates }) => ({
        id,
        status: "ok",
        objectives: [(coordinates[0]! - 0.4) ** 2],
        violation: 0,
      })),
    );
  }
  const { user, system } = process.cpuUsage(before);
  // 4 to 10 us were measured.
  expect((user + system) / evaluations).toBeLessThan(20);
});
