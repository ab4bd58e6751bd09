import type { OptimizerModel } from "@neurofront/core";
import { hypervolume } from "@neurofront/pareto";
import { describe, expect, it } from "vitest";
import { autoSearch } from "../src/auto.ts";
import { cmaEs } from "../src/cma-es.ts";
import { gpSearch } from "../src/gp-search.ts";
import { mixEa } from "../src/mix-ea.ts";
import { nsga2 } from "../src/nsga2.ts";
import { nsga3 } from "../src/nsga3.ts";
import { polish } from "../src/polish.ts";
import { reals } from "../src/problems/benchmark-problem.ts";
import type { BenchmarkProblem } from "../src/problems/benchmark-problem.ts";
import { dtlz2 } from "../src/problems/dtlz2.ts";
import { tnk } from "../src/problems/tnk.ts";
import { zdt1 } from "../src/problems/zdt.ts";
import { randomSearch } from "../src/random-search.ts";
import { singleObjectives } from "../src/problems/single-objective.ts";
import type { SingleObjective } from "../src/problems/single-objective.ts";
import { shade } from "../src/shade.ts";
import { tpe } from "../src/tpe.ts";
import { feasibleObjectives, problemOf, search } from "./search.ts";
import { precisions } from "./single-objective.ts";

/** What a search is tried on; the larger the measure, the better. */
interface Trial {
  readonly title: string;
  readonly measure: (model: OptimizerModel, evaluations: number, seed: number) => number;
}

/** Hypervolume below a reference that random search reaches too. */
function front(problem: BenchmarkProblem, reference: readonly number[]): Trial {
  return {
    title: `hypervolume of ${problem.title}`,
    measure: (model, evaluations, seed) => {
      const told = search(model, problemOf(problem, evaluations, seed), problem.evaluate);
      return hypervolume(feasibleObjectives(told), reference);
    },
  };
}

const SIZE = 5;
/** Digits to which the least value of a function is known. */
function least(problem: SingleObjective): Trial {
  return {
    title: `digits of ${problem.title}`,
    measure: (model, evaluations, seed) => -Math.log10(precisions(model, problem, SIZE, [evaluations], seed)[0]!),
  };
}

const fronts = [
  front({ ...zdt1, title: "ZDT1 of 6 variables", dimensions: reals(6) }, [1.1, 6]),
  front({ ...dtlz2, title: "DTLZ2 of 6 variables", dimensions: reals(6) }, [2, 2, 2]),
  front(tnk, tnk.reference),
];
const families = ["attractive sector 1", "Rosenbrock, rotated 1", "Gallagher, 21 peaks 1"];
const functions = singleObjectives(SIZE, 1)
  .filter(({ title }) => families.includes(title))
  .map(least);

interface Learner {
  readonly model: OptimizerModel;
  readonly evaluations: number;
  readonly seeds: number;
  readonly trials: readonly Trial[];
}

/** All that learn from what they are told; those that think long in fewer and shorter searches. */
const learners: readonly Learner[] = [
  ...[autoSearch, mixEa, nsga2, nsga3].map((model) => ({ model, evaluations: 320, seeds: 7, trials: fronts })),
  ...[cmaEs, shade, polish].map((model) => ({ model, evaluations: 1000, seeds: 7, trials: functions })),
  { model: tpe, evaluations: 60, seeds: 5, trials: fronts },
  { model: gpSearch, evaluations: 30, seeds: 3, trials: fronts },
];

const patience_ms = 120_000;

// `vitest run packages/optimizer/test/comparison.test.ts --update` stores the medians anew, and git shows the difference.
describe("the median of what a search reaches", () => {
  it.each(learners.map((learner) => ({ id: learner.model.id, ...learner })))(
    "by $id is more than what random search does, and as it was stored",
    async ({ id, model, evaluations, seeds, trials }) => {
      const lines = trials.map(({ title, measure }) => {
        const median = (one: OptimizerModel): number => {
          const found = Array.from({ length: seeds }, (_, k) => measure(one, evaluations, k + 1));
          return found.toSorted((a, b) => a - b)[seeds >> 1]!;
        };
        const [learned, blind] = [median(model), median(randomSearch)];
        expect(learned, title).toBeGreaterThan(blind);
        return `${title}, ${evaluations} evaluations: ${learned.toFixed(4)}, random search ${blind.toFixed(4)}`;
      });
      await expect(`${lines.join("\n")}\n`).toMatchFileSnapshot(`stored/${id}-beside-random.txt`);
    },
    patience_ms,
  );
});
