import { defaultsOf } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { cmaEs } from "../src/cma-es.ts";
import { RESTARTS } from "../src/cma-es/restarts.ts";
import { reals } from "../src/problems/benchmark-problem.ts";
import { singleObjectives } from "../src/problems/single-objective.ts";
import { precisions } from "./single-objective.ts";
import { search } from "./search.ts";

const SIZE = 5;
const problem = (evaluations: number, seed: number) => ({
  dimensions: reals(SIZE),
  objectiveCount: 1,
  evaluations,
  seed,
});
const ellipsoid = (z: readonly number[]) => z.reduce((sum, v, k) => sum + 10 ** ((4 * k) / (SIZE - 1)) * v * v, 0);
const shifted = (x: Float64Array) => Array.from(x, (v, k) => v - 0.3 - 0.1 * k);

/** Rows of an orthogonal matrix: the reflection that exchanges the first axis with the diagonal of the cube. */
const rotated = (z: readonly number[]) => {
  const normal = z.map((_, k) => (k === 0 ? 1 : 0) - 1 / Math.sqrt(SIZE));
  const square = normal.reduce((sum, v) => sum + v * v, 0);
  const along = z.reduce((sum, v, k) => sum + v * normal[k]!, 0);
  return z.map((v, k) => v - (2 * along * normal[k]!) / square);
};

describe("CMA-ES", () => {
  it.each([
    { title: "the logarithm", map: (value: number) => Math.log(value) },
    { title: "a small power", map: (value: number) => 1e-12 * value ** 0.3 },
    // Of a larger one the spread is soon below the tolerance at which a run ends.
    { title: "a power", map: (value: number) => value ** 2 },
  ])("proposes the same when $title of the objective is minimised", ({ map }) => {
    const points = (f: (value: number) => number) =>
      search(cmaEs, problem(450, 3), (x) => ({
        status: "ok",
        objectives: [f(ellipsoid(shifted(x)))],
        violation: 0,
      })).map(({ coordinates }) => [...coordinates]);
    expect(points(map)).toStrictEqual(points((value) => value));
  });

  it("takes as long for an ellipsoid in any direction", () => {
    const evaluationsTo = (turn: (z: readonly number[]) => readonly number[], seed: number) => {
      const told = search(cmaEs, problem(3000, seed), (x) => ({
        status: "ok",
        objectives: [ellipsoid(turn(shifted(x)))],
        violation: 0,
      }));
      return told.findIndex(({ objectives }) => objectives[0]! < 1e-8);
    };
    const seeds = Array.from({ length: 15 }, (_, seed) => seed);
    const median = (turn: (z: readonly number[]) => readonly number[]) => {
      const taken = seeds.map((seed) => evaluationsTo(turn, seed)).toSorted((a, b) => a - b);
      expect(taken[0]).toBeGreaterThan(0);
      return taken[7]!;
    };
    // The spread of a single search is about a tenth.
    expect(Math.abs(median(rotated) / median((z) => z) - 1)).toBeLessThan(0.1);
  });

  it("has 4 + 3 ln n designs in the first generation, and tells why a run has ended", () => {
    const optimizer = cmaEs.create(defaultsOf(cmaEs.parameters), problem(1000, 1));
    const notes: string[] = [];
    const first = optimizer.ask(1000);
    expect(first).toHaveLength(8);
    let batch = first;
    for (let generation = 0; generation < 200; generation++) {
      optimizer.tell(batch.map(({ id }) => ({ id, status: "ok", objectives: [1], violation: 0 })));
      batch = optimizer.ask(1000);
      notes.push(...(optimizer.takeNotes?.() ?? []));
    }
    expect(notes[0]).toMatch(
      /^Run 1 of CMA-ES, 8 designs a generation, ended after \d+ evaluations: values are equal\.$/,
    );
  });

  it.each(RESTARTS)("escapes from the local optima of many peaks with restarts '%s'", (restarts) => {
    const gallagher = singleObjectives(2, 1).find(({ title }) => title.startsWith("Gallagher, 101"))!;
    const found = [1, 2, 3].map((seed) => precisions(cmaEs, gallagher, 2, [4000], seed, { restarts })[0]!);
    expect(Math.min(...found)).toBeLessThan(1e-8);
  });
});
