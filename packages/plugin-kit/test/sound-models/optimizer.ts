import { randomAt } from "@neurofront/core";
import type { Dimension, OptimizerModel, RandomStream } from "@neurofront/core";
import { defineOptimizer } from "../../src/define.ts";

/** More draws than it takes to find the last of some ten designs. */
const DRAWS = 2000;

function draw(dimensions: readonly Dimension[], random: RandomStream): Float64Array {
  const point = new Float64Array(dimensions.length);
  const parts: number[] = [];
  for (const [k, dimension] of dimensions.entries()) {
    const condition = dimension.activeWhen;
    // An inactive parent has no part.
    const isActive = condition === undefined || condition.parts.includes(parts[condition.dimension]!);
    const value = isActive ? random.uniform() : 0.5;
    const count = dimension.kind === "real" ? 1 : dimension.count;
    const part = Math.floor(value * count);
    parts.push(isActive ? part : -1);
    point[k] = dimension.kind === "real" ? value : (part + 0.5) / count;
  }
  return point;
}

/** Random search without repetition. */
export const soundOptimizer: OptimizerModel = defineOptimizer({
  id: "sound-optimizer",
  title: "Sound optimizer",
  parameters: {},
  create(_settings, { dimensions, seed }) {
    const known = new Set<string>();
    let asked = 0;
    return {
      ask: (count) =>
        Array.from({ length: count }, () => {
          const id = asked++;
          const random = randomAt(seed, "random", id);
          let coordinates = draw(dimensions, random);
          for (let k = 0; k < DRAWS && known.has(coordinates.join()); k++) coordinates = draw(dimensions, random);
          known.add(coordinates.join());
          return { id, coordinates };
        }),
      tell() {},
      refine() {},
    };
  },
});
