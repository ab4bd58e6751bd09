import type { Dimension, OptimizerModel, SearchProblem } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { latinHypercubeSearch } from "../src/latin-hypercube-search.ts";
import { randomSearch } from "../src/random-search.ts";
import { sobolSearch } from "../src/sobol-search.ts";
import { partOf } from "../src/space.ts";
import { search } from "./search.ts";
import { reals } from "../src/problems/benchmark-problem.ts";

const one = () => ({ status: "ok" as const, objectives: [0], violation: 0 });
const pointsOf = (model: OptimizerModel, dimensions: readonly Dimension[], evaluations: number, seed = 1) => {
  const problem: SearchProblem = { dimensions, objectiveCount: 1, evaluations, seed };
  return search(model, problem, one).map(({ coordinates }) => coordinates);
};

describe.each([
  { title: "Sobol search", model: sobolSearch },
  { title: "Latin hypercube search", model: latinHypercubeSearch as OptimizerModel },
])("$title", ({ model }) => {
  // Evenly spread points average smooth functions better than random ones: root mean square over 20 seeds of the error of the
  // mean of 128 points.
  it.each([
    { title: "a sum", f: (x: Float64Array) => x.reduce((sum, value) => sum + value, 0), mean: 2 },
    {
      title: "a bowl",
      f: (x: Float64Array) => x.reduce((sum, value) => sum + (value - 0.3) ** 2, 0),
      mean: 4 * (1 / 12 + 0.04),
    },
    { title: "a product", f: (x: Float64Array) => x.reduce((p, value) => p * (1 + (value - 0.5) / 2), 1), mean: 1 },
  ])("averages $title better than random search", ({ f, mean }) => {
    const errorOf = (searched: OptimizerModel) => {
      const squares = Array.from({ length: 20 }, (_, seed) => {
        const points = pointsOf(searched, reals(4), 128, seed);
        return (points.reduce((sum, point) => sum + f(point), 0) / 128 - mean) ** 2;
      });
      return Math.sqrt(squares.reduce((sum, square) => sum + square, 0) / 20);
    };
    expect(errorOf(model)).toBeLessThan(0.5 * errorOf(randomSearch));
  });

  it("fills the parts of every dimension once with its whole budget", () => {
    for (let k = 0; k < 30; k++) {
      const parts = pointsOf(model, reals(30), 64).map((point) => partOf(64, point[k]!));
      expect(new Set(parts).size).toBe(64);
    }
  });

  it("proposes every design of a finite space before it repeats one", () => {
    const dimensions: Dimension[] = [
      { kind: "category", count: 3 },
      { kind: "integer", count: 4, activeWhen: { dimension: 0, parts: [0, 1] } },
    ];
    const texts = pointsOf(model, dimensions, 12).map((point) => point.join());
    expect(new Set(texts.slice(0, 9)).size).toBe(9);
  });
});

it("Latin hypercube search goes on with another hypercube past the first", () => {
  const points = pointsOf(latinHypercubeSearch, reals(2), 10_050);
  expect(new Set(points.slice(10_000).map((point) => point.join())).size).toBe(50);
  expect(new Set(points.map((point) => point.join())).size).toBe(10_050);
});
