import type { OptimizerModel } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { singleObjectives } from "../../../packages/optimizer/src/problems/single-objective.ts";
import { precisions, reached } from "../../../packages/optimizer/test/single-objective.ts";
import { localSearch } from "../src/local-search.ts";
import { mutationSearch } from "../src/mutation-search.ts";

const SIZE = 5;
const AFTER = [10, 30, 100, 300].map((times) => times * SIZE);
const INSTANCES = 5;

interface Row {
  readonly title: string;
  readonly model: OptimizerModel;
  readonly settings: Readonly<Record<string, string>>;
  readonly shares: readonly number[];
}

// Shares as measured; bench/optimization-js.ts goes on to 1000. The bound is that of the product's optimizers: a change of the random numbers moves them by about 0.01.
describe("the share of targets reached after 10, 30, 100 and 300 evaluations a dimension", () => {
  it.each([
    { title: "OMG", model: mutationSearch, settings: {}, shares: [0.066, 0.127, 0.198, 0.261] },
    {
      title: "Powell",
      model: localSearch,
      settings: { method: "powell" },
      shares: [0.045, 0.057, 0.1, 0.134],
    },
    {
      title: "gradient descent",
      model: localSearch,
      settings: { method: "gradient-descent" },
      shares: [0.053, 0.08, 0.141, 0.159],
    },
    {
      title: "L-BFGS",
      model: localSearch,
      settings: { method: "l-bfgs" },
      shares: [0.037, 0.043, 0.135, 0.183],
    },
  ] as readonly unknown[] as readonly Row[])("of $title is $shares", ({ model, settings, shares }) => {
    const sums = AFTER.map(() => 0);
    const problems = singleObjectives(SIZE, INSTANCES);
    for (const [index, problem] of problems.entries())
      for (const [k, precision] of precisions(model, problem, SIZE, AFTER, 1000 + index, settings).entries())
        sums[k]! += reached(precision);
    const found = sums.map((sum) => sum / problems.length);
    for (const [k, share] of found.entries()) expect(Math.abs(share - shares[k]!)).toBeLessThan(0.02);
  });
});
