import { randomAt } from "@neurofront/core";
import type { OptimizerModel, Parameters } from "@neurofront/core";
import { FreshPoints } from "./fresh-points.ts";
import { latinHypercube } from "./latin-hypercube.ts";
import { Outstanding, checkAskedCount } from "./outstanding.ts";

const parameters = {
  points: {
    kind: "integer",
    meaning: "designs of one hypercube; 0 takes the whole budget, at most 10000",
    source: { kind: "assumed", note: "the parts of a dimension are as fine as the budget allows" },
    low: 0,
    high: 100_000,
    default: 0,
  },
} as const satisfies Parameters;

/** Points of one hypercube when the budget is larger: a bound on memory. */
const LARGEST = 10_000;

/**
 * Latin hypercubes, one after the other, without learning. In spaces with integers or categories a design comes up again only
 * when all have been proposed.
 */
export const latinHypercubeSearch: OptimizerModel<typeof parameters> = {
  role: "optimizer",
  id: "latin-hypercube-search",
  title: "Latin hypercube",
  parameters,
  create(settings, { dimensions, objectiveCount, evaluations, seed }) {
    const outstanding = new Outstanding(objectiveCount);
    const fresh = dimensions.every(({ kind }) => kind === "real") ? undefined : new FreshPoints(dimensions);
    const size = settings.points === 0 ? Math.min(Math.max(evaluations, 1), LARGEST) : settings.points;
    let cube: Float64Array[] = [];
    const pointOf = (id: number): Float64Array => {
      if (id % size === 0)
        cube = latinHypercube(dimensions, size, (k) => randomAt(seed, "latin-hypercube-search", id / size, k));
      return cube[id % size]!;
    };
    return {
      ask(count) {
        checkAskedCount(count);
        return Array.from({ length: count }, () => {
          const id = outstanding.take();
          const point = pointOf(id);
          const own = fresh?.take(() => point, randomAt(seed, "latin-hypercube-search", "fresh", id)) ?? point;
          return { id, coordinates: Float64Array.from(own) };
        });
      },
      tell(scores) {
        for (const score of scores) outstanding.settle(score);
      },
    };
  },
};
