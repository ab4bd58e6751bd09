import { randomAt } from "@neurofront/core";
import type { Optimizer, OptimizerModel, SearchProblem } from "@neurofront/core";
import { FreshPoints } from "./fresh-points.ts";
import { Outstanding, checkAskedCount } from "./outstanding.ts";
import { pointCount, uniformPoint } from "./space.ts";

/** Uniform independent points, of a finite space each but once. It learns nothing from what it is told: the reference that others must beat. */
export const randomSearch: OptimizerModel = {
  role: "optimizer",
  id: "random-search",
  title: "Random search",
  parameters: {},
  create(_settings, problem: SearchProblem): Optimizer {
    const outstanding = new Outstanding(problem.objectiveCount);
    const fresh = new FreshPoints(problem.dimensions);
    // Of infinitely many designs none comes twice by chance.
    const isFinite = pointCount(problem.dimensions) < Infinity;
    return {
      ask(count) {
        checkAskedCount(count);
        return Array.from({ length: count }, () => {
          const id = outstanding.take();
          const random = randomAt(problem.seed, "random-search", id);
          const propose = (): Float64Array => uniformPoint(problem.dimensions, random);
          return { id, coordinates: isFinite ? fresh.take(propose, random) : propose() };
        });
      },
      tell(scores) {
        for (const score of scores) outstanding.settle(score);
      },
    };
  },
};
