import { defaultsOf } from "@neurofront/core";
import type { EvaluatedPoint, OptimizerModel } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { cmaEs } from "../src/cma-es.ts";
import { gpSearch } from "../src/gp-search.ts";
import { mixEa } from "../src/mix-ea.ts";
import { nsga2 } from "../src/nsga2.ts";
import { nsga3 } from "../src/nsga3.ts";
import { polish } from "../src/polish.ts";
import { feasible, reals } from "../src/problems/benchmark-problem.ts";
import type { Answer } from "../src/problems/benchmark-problem.ts";
import { randomSearch } from "../src/random-search.ts";
import { shade } from "../src/shade.ts";
import { tpe } from "../src/tpe.ts";
import { search } from "./search.ts";

const problem = { dimensions: reals(6), objectiveCount: 2, evaluations: 200, seed: 3 };

/** Two distances: the front lies where all coordinates but the first are zero. */
function evaluate(x: Float64Array): Answer {
  const off = x.reduce((sum, value, k) => (k === 0 ? sum : sum + value * value), 0);
  return feasible((x[0]! - 0.2) ** 2 + off, (x[0]! - 0.8) ** 2 + off);
}

const searched: EvaluatedPoint[] = search(mixEa, { ...problem, evaluations: 800 }, evaluate)
  .filter((_, k) => k % 10 === 0)
  .map(({ coordinates, ...score }) => ({ coordinates, score }));

/** Mean distance of the first proposals from the front, with and without what was evaluated before. */
function meanOff(model: OptimizerModel, evaluatedBefore: readonly EvaluatedPoint[]): number {
  const optimizer = model.create(defaultsOf(model.parameters), { ...problem, evaluatedBefore });
  const offs: number[] = [];
  while (offs.length < 12) {
    for (const { id, coordinates } of optimizer.ask(12 - offs.length)) {
      offs.push(Math.hypot(...coordinates.subarray(1)));
      optimizer.tell([{ id, ...evaluate(coordinates) }]);
    }
  }
  return offs.reduce((sum, off) => sum + off, 0) / offs.length;
}

describe("a search after another one", () => {
  // Five coordinates uniform in the cube are 1.26 from zero on average. Densities of one coordinate each narrow down slowly.
  it.each<{ title: string; model: OptimizerModel; share: number }>([
    { title: "mix-ea", model: mixEa, share: 0.6 },
    { title: "NSGA-II", model: nsga2, share: 0.6 },
    { title: "NSGA-III", model: nsga3, share: 0.6 },
    { title: "CMA-ES", model: cmaEs, share: 0.6 },
    { title: "L-SHADE", model: shade, share: 0.6 },
    { title: "local polish", model: polish, share: 0.6 },
    { title: "Gaussian processes", model: gpSearch, share: 0.6 },
    { title: "Parzen estimator", model: tpe, share: 0.8 },
  ])("$title begins where it was good", ({ model, share }) => {
    expect(meanOff(model, searched) / meanOff(model, [])).toBeLessThan(share);
  });

  it("random search learns nothing", () => {
    expect(meanOff(randomSearch, searched)).toBe(meanOff(randomSearch, []));
  });
});
