import { defaultsOf } from "@neurofront/core";
import type { Dimension, SearchProblem } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { enumeration } from "../src/enumeration.ts";
import { randomSearch } from "../src/random-search.ts";
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

  it.each([
    { title: "one optimum", f: (x: Float64Array) => (x[0]! < 0.3 && x[1]! > 0.9 && x[2]! > 0.8 ? -1 : 0) },
    { title: "a bowl", f: (x: Float64Array) => x.reduce((s, v) => s + (v - 0.1) ** 2, 0) },
    {
      title: "a category with an optimum of its own",
      f: (x: Float64Array) => (x[0]! > 0.4 && x[0]! < 0.6 ? 1 - x[1]! : 1),
    },
  ])("finds the best design of $title always, random search with as many evaluations not always", ({ f }) => {
    const bestOf = (model: typeof enumeration | typeof randomSearch, seed: number) =>
      Math.min(
        ...search(model as typeof randomSearch, problemOn(discrete, 49, seed), (x) => ({
          status: "ok",
          objectives: [f(x)],
          violation: 0,
        })).map(({ objectives }) => objectives[0]!),
      );
    const found = Array.from({ length: 20 }, (_, seed) => bestOf(enumeration, seed));
    expect(new Set(found).size).toBe(1);
    const drawn = Array.from({ length: 20 }, (_, seed) => bestOf(randomSearch, seed));
    expect(Math.max(...drawn)).toBeGreaterThan(found[0]!);
    expect(Math.min(...drawn)).toBeGreaterThanOrEqual(found[0]!);
  });
});
