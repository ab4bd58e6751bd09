import { randomAt } from "@neurofront/core";
import type { Optimizer, OptimizerModel, SearchProblem } from "@neurofront/core";
import { Outstanding, checkAskedCount } from "./outstanding.ts";
import { uniformPoint } from "./space.ts";

/** Uniform independent points. It learns nothing from what it is told: the reference that others must beat. */
export const randomSearch: OptimizerModel = {
  role: "optimizer",
  id: "random-search",
  title: "Random search",
  parameters: {},
  create(_settings, problem: SearchProblem): Optimizer {
    const outstanding = new Outstanding(problem.objectiveCount);
    return {
      ask(count) {
        checkAskedCount(count);
        return Array.from({ length: count }, () => {
          const id = outstanding.take();
          return { id, coordinates: uniformPoint(problem.dimensions, randomAt(problem.seed, "random-search", id)) };
        });
      },
      tell(scores) {
        for (const score of scores) outstanding.settle(score);
      },
    };
  },
};
