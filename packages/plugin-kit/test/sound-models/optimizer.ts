import { randomAt } from "@neurofront/core";
import type { OptimizerModel } from "@neurofront/core";
import { defineOptimizer } from "../../src/define.ts";

/** Random search. */
export const soundOptimizer: OptimizerModel = defineOptimizer({
  id: "sound-optimizer",
  title: "Sound optimizer",
  parameters: {},
  create(_settings, { dimensions, seed }) {
    let asked = 0;
    return {
      ask: (count) =>
        Array.from({ length: count }, () => {
          const id = asked++;
          const random = randomAt(seed, "random", id);
          return { id, coordinates: Float64Array.from(dimensions, () => random.uniform()) };
        }),
      tell() {},
    };
  },
});
