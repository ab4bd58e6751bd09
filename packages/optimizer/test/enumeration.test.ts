import { defaultsOf, randomAt } from "@neurofront/core";
import type { Dimension, OptimizerModel, SearchProblem } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { enumeration } from "../src/enumeration.ts";
import { randomSearch } from "../src/random-search.ts";
import { uniformPoint } from "../src/space.ts";
import { search } from "./search.ts";
import { reals } from "../src/problems/benchmark-problem.ts";

const defaults = defaultsOf(enumeration.parameters);
const discrete: Dimension[] = [
  { kind: "category", count: 3 },
  { kind: "integer", count: 7 },
  { kind: "integer", count: 5, activeWhen: { dimension: 0, parts: [0] } },
];
const problemOn = (dimensions: readonly Dimension[], evaluations: number, seed = 1): SearchProblem => ({
  dimensions,
  objectiveCount: 1,
  evaluations,
  seed,
});

/** Notes after telling so many scores. */
function notesAfter(problem: SearchProblem, told: number): readonly string[] {
  const optimizer = enumeration.create(defaults, problem);
  const proposals = optimizer.ask(told);
  optimizer.tell(proposals.map(({ id }) => ({ id, status: "ok", objectives: [id], violation: 0 })));
  return optimizer.takeNotes?.() ?? [];
}

describe("enumeration", () => {
  it("proposes every design once, and certifies by their number that it has told them all", () => {
    const told = search(enumeration, problemOn(discrete, 49), () => ({ status: "ok", objectives: [0], violation: 0 }));
    expect(new Set(told.map(({ coordinates }) => coordinates.join())).size).toBe(7 * (5 + 2));
    expect(notesAfter(problemOn(discrete, 49), 48)).toStrictEqual([]);
    expect(notesAfter(problemOn(discrete, 49), 49)).toStrictEqual([
      "All 49 designs of the space were evaluated: the enumeration is complete.",
    ]);
    expect(notesAfter(problemOn(discrete, 60), 60)).toHaveLength(1);
  });

  it("takes the finest grid of reals that the budget allows, and says so", () => {
    const told = search(enumeration, problemOn(reals(2), 120), () => ({ status: "ok", objectives: [0], violation: 0 }));
    expect(new Set(told.map(({ coordinates }) => coordinates.join())).size).toBe(100);
    expect(notesAfter(problemOn(reals(2), 120), 100)).toStrictEqual([
      "All 100 designs of the space on a grid with 10 levels of every real were evaluated: the enumeration is complete.",
    ]);
    const levels = enumeration.create({ levels: 3 }, problemOn(reals(1), 9)).ask(3);
    expect(levels.map(({ coordinates }) => coordinates[0]!).toSorted((a, b) => a - b)).toStrictEqual([
      1 / 6,
      0.5,
      5 / 6,
    ]);
  });

  it("spreads a budget that is too small", () => {
    const points = search(enumeration, problemOn([{ kind: "integer", count: 1000 }], 10), () => ({
      status: "ok",
      objectives: [0],
      violation: 0,
    })).map(({ coordinates }) => Math.floor(10 * coordinates[0]!));
    expect(new Set(points).size).toBeGreaterThanOrEqual(8);
  });

  it("draws from a space that is too large to count, and says so", () => {
    const optimizer = enumeration.create({ levels: 10 }, problemOn(reals(20), 100));
    const proposals = optimizer.ask(100);
    expect(optimizer.takeNotes?.()[0]).toContain("too many to enumerate");
    expect(new Set(proposals.map(({ coordinates }) => coordinates.join())).size).toBe(100);
  });

  // A grid leaves smaller holes than random points: best value of bowls around 40 places, on average.
  it.each([
    { title: "a real", dimensions: reals(1), evaluations: 50 },
    { title: "two reals", dimensions: reals(2), evaluations: 100 },
    { title: "two reals and a category", dimensions: [...reals(2), { kind: "category", count: 3 }], evaluations: 300 },
  ] as { title: string; dimensions: Dimension[]; evaluations: number }[])(
    "comes nearer to a least value over $title than random search",
    ({ dimensions, evaluations }) => {
      const meanBest = (model: OptimizerModel) => {
        const bests = Array.from({ length: 40 }, (_, seed) => {
          const place = uniformPoint(dimensions, randomAt("place", seed));
          const told = search(model, problemOn(dimensions, evaluations, seed), (x) => ({
            status: "ok",
            objectives: [x.reduce((sum, value, k) => sum + (value - place[k]!) ** 2, 0)],
            violation: 0,
          }));
          return Math.min(...told.map(({ objectives }) => objectives[0]!));
        });
        return bests.reduce((sum, best) => sum + best, 0) / bests.length;
      };
      // For a grid and random points: 1/12 and 1/2 of a squared spacing in one dimension, 1/6 and 1/pi in two.
      expect(meanBest(enumeration as OptimizerModel) / meanBest(randomSearch)).toBeLessThan(0.75);
    },
  );
});
