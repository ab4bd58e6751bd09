import { randomAt } from "@neurofront/core";
import type { OptimizerModel } from "@neurofront/core";
import { FreshPoints } from "./fresh-points.ts";
import { Outstanding, checkAskedCount } from "./outstanding.ts";
import { sobolSequence } from "./sobol-sequence.ts";
import { settleInactive, snap } from "./space.ts";

/**
 * Points of a scrambled Sobol sequence, evenly spread over the cube however many there are. It learns nothing from what it is
 * told. In spaces with integers or categories a design comes up again only when all have been proposed.
 */
export const sobolSearch: OptimizerModel = {
  role: "optimizer",
  id: "sobol-search",
  title: "Sobol sequence",
  parameters: {},
  create(_settings, { dimensions, objectiveCount, seed }) {
    const outstanding = new Outstanding(objectiveCount);
    const sequence = sobolSequence(dimensions.length, (...address) => randomAt(seed, "sobol-search", ...address));
    const fresh = dimensions.every(({ kind }) => kind === "real") ? undefined : new FreshPoints(dimensions);
    let index = 0;
    const nextPoint = (): Float64Array => {
      const own = index++;
      return settleInactive(
        dimensions,
        Float64Array.from(dimensions, (dimension, k) => snap(dimension, sequence(own, k))),
      );
    };
    return {
      ask(count) {
        checkAskedCount(count);
        return Array.from({ length: count }, () => {
          const id = outstanding.take();
          const point = fresh?.take(nextPoint, randomAt(seed, "sobol-search", "fresh", id)) ?? nextPoint();
          return { id, coordinates: fresh === undefined ? point : Float64Array.from(point) };
        });
      },
      tell(scores) {
        for (const score of scores) outstanding.settle(score);
      },
    };
  },
};
