import type { Dimension, OptimizerModel } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { hypervolume } from "@neurofront/pareto";
import { cmaEs } from "../src/cma-es.ts";
import { polish } from "../src/polish.ts";
import { randomSearch } from "../src/random-search.ts";
import { shade } from "../src/shade.ts";
import { coordinateOf, partOf } from "../src/space.ts";
import { reals } from "../src/problems/benchmark-problem.ts";
import type { Answer } from "../src/problems/benchmark-problem.ts";
import { singleObjectives } from "../src/problems/single-objective.ts";
import { technologies } from "../src/problems/technologies.ts";
import { tnk } from "../src/problems/tnk.ts";
import { feasibleObjectives, problemOf, search } from "./search.ts";
import { precisions } from "./single-objective.ts";

const SEEDS = [1, 2, 3];
const answer = (value: number, violation = 0): Answer => ({ status: "ok", objectives: [value], violation });
const sumOf = (x: Float64Array, term: (value: number, k: number) => number) => x.reduce((s, v, k) => s + term(v, k), 0);

/** A mixed space: the best category needs the seventh part of an integer, and its reals have an optimum of their own. */
const mixed: Dimension[] = [
  { kind: "category", count: 4 },
  { kind: "integer", count: 30 },
  ...reals(2),
  { kind: "real", activeWhen: { dimension: 0, parts: [2] } },
];
function mixedValue(x: Float64Array): number {
  const category = partOf(4, x[0]!);
  const level = partOf(30, x[1]!);
  const own = category === 2 ? (x[4]! - 0.8) ** 2 : 0.2 + 0.1 * category;
  return own + ((level - 7) / 30) ** 2 + (x[2]! - 0.21) ** 2 + 10 * (x[3]! - x[2]!) ** 2;
}

describe.each([
  { title: "CMA-ES", model: cmaEs as OptimizerModel },
  { title: "L-SHADE", model: shade as OptimizerModel },
  { title: "local polish", model: polish as OptimizerModel },
])("$title", ({ title, model }) => {
  const families = ["sphere", "Rosenbrock, rotated", "Gallagher, 21 peaks"];
  it.each(singleObjectives(5, 1).filter(({ title: name }) => families.includes(name.slice(0, -2))))(
    "comes nearer than random search to the least value of $title",
    (problem) => {
      for (const seed of SEEDS) {
        const [found] = precisions(model, problem, 5, [2000], seed);
        const [drawn] = precisions(randomSearch, problem, 5, [2000], seed);
        expect(found! / drawn!, `seed ${seed}`).toBeLessThan(0.5);
      }
    },
  );

  it("finds category, integer and reals of a mixed space with conditions", () => {
    for (const seed of SEEDS) {
      const told = search(model, { dimensions: mixed, objectiveCount: 1, evaluations: 1500, seed }, (x) =>
        answer(mixedValue(x)),
      );
      const best = told.reduce((least, each) => (each.objectives[0]! < least.objectives[0]! ? each : least));
      expect([...best.coordinates.subarray(0, 2)]).toStrictEqual([coordinateOf(4, 2), coordinateOf(30, 7)]);
      expect(best.objectives[0]).toBeLessThan(1e-3);
      expect(new Set(told.map(({ coordinates }) => coordinates.join())).size).toBe(1500);
    }
  });

  // Least sums on bounds of the cube and of constraints, known in closed form. Random search stays above 0.01.
  it.each([
    {
      name: "a corner of the cube",
      size: 5,
      least: 0,
      f: (x: Float64Array) => sumOf(x, (v) => v),
      g: () => 0,
      within: 1e-6,
    },
    {
      name: "the side of a half-space",
      size: 5,
      least: 0.2,
      f: (x: Float64Array) => sumOf(x, (v) => (v - 0.1) ** 2),
      g: (x: Float64Array) => 1.5 - sumOf(x, (v) => v),
      within: title === "local polish" ? 0.02 : 1e-4,
    },
    {
      name: "the edge of two half-spaces",
      size: 5,
      least: 0.6,
      f: (x: Float64Array) => x[0]! + x[1]! + 10 * sumOf(x.subarray(2), (v) => (v - 0.4) ** 2),
      g: (x: Float64Array) => Math.max(0, 0.25 - x[0]!) + Math.max(0, 0.6 - x[0]! - x[1]!),
      within: title === "local polish" ? 1e-3 : 1e-6,
    },
  ])("finds the best design on $name", ({ size, least, f, g, within }) => {
    for (const seed of SEEDS) {
      const told = search(model, { dimensions: reals(size), objectiveCount: 1, evaluations: 3000, seed }, (x) =>
        answer(f(x), Math.max(0, g(x))),
      );
      const best = Math.min(...feasibleObjectives(told).map(([value]) => value!));
      expect(best - least, `seed ${seed}`).toBeLessThan(within);
      expect(best - least).toBeGreaterThan(-1e-12);
    }
  });

  it("leaves impossible designs behind", () => {
    for (const seed of SEEDS) {
      const told = search(model, { dimensions: reals(4), objectiveCount: 1, evaluations: 1500, seed }, (x) => {
        const outside = Math.hypot(x[0]! - 0.9, x[1]! - 0.8, x[2]! - 0.1) - 0.1;
        return outside > 0 ? { status: "impossible", objectives: [], violation: outside } : answer((x[3]! - 0.3) ** 2);
      });
      const possible = told.filter(({ status }) => status === "ok");
      expect(possible.length).toBeGreaterThan(300);
      expect(Math.min(...possible.map(({ objectives }) => objectives[0]!))).toBeLessThan(1e-6);
    }
  });

  // Local searches do not leave a technology for another that is worse nearby, so polish is no better than random search there.
  it.each([tnk, technologies].filter((benchmark) => title !== "local polish" || benchmark === tnk))(
    "heads for all parts of the front of two objectives of $title",
    (benchmark) => {
      for (const seed of SEEDS) {
        const missing = (searched: OptimizerModel) => {
          const told = search(searched, problemOf(benchmark, 2500, seed), benchmark.evaluate);
          return benchmark.frontHypervolume - hypervolume(feasibleObjectives(told), benchmark.reference);
        };
        // At most 0.31 on TNK and 0.88 on technologies were measured.
        expect(missing(model) / missing(randomSearch), `seed ${seed}`).toBeLessThan(benchmark === tnk ? 0.6 : 1);
      }
    },
  );

  it.each([0, 1, 60])("works with %i reals, from one evaluation on", (size) => {
    for (const evaluations of [1, 2, 150]) {
      const told = search(model, { dimensions: reals(size), objectiveCount: 1, evaluations, seed: 1 }, (x) =>
        answer(sumOf(x, (v) => (v - 0.3) ** 2)),
      );
      expect(told).toHaveLength(evaluations);
    }
  });
});
