import { defaultsOf, nonDominated } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { hypervolume } from "@neurofront/pareto";
import { nsga2 } from "../src/nsga2.ts";
import type { BenchmarkProblem } from "../src/problems/benchmark-problem.ts";
import { technologies } from "../src/problems/technologies.ts";
import { tnk } from "../src/problems/tnk.ts";
import { zdt1, zdt2, zdt3, zdt4, zdt6 } from "../src/problems/zdt.ts";
import { randomSearch } from "../src/random-search.ts";
import { partOf } from "../src/space.ts";
import { survivors } from "../src/survival.ts";
import { feasibleObjectives, problemOf, search } from "./search.ts";

const EVALUATIONS = 2500;
const SEEDS = [1, 2, 3, 4, 5];

/** Hypervolume between the front and what a search found, the second objective bounded at `ceiling`. */
function missing(benchmark: BenchmarkProblem, ceiling: number, found: readonly (readonly number[])[]): number {
  const [right, top] = benchmark.reference as [number, number];
  const least = benchmark === zdt6 ? 0.2807753 : 0;
  const front = benchmark.frontHypervolume + (right - least) * (ceiling - top);
  return front - hypervolume(found, [right, ceiling]);
}

describe("NSGA-II at 2 500 evaluations", () => {
  // Random search stays far above the ZDT fronts, so their hypervolume is taken below a ceiling that it reaches.
  // `worst` is the largest share measured over seeds 1 to 11; the bound is a quarter above it.
  it.each([
    { benchmark: zdt1, ceiling: 10, worst: 0.17 },
    { benchmark: zdt2, ceiling: 10, worst: 0.27 },
    { benchmark: zdt3, ceiling: 10, worst: 0.19 },
    { benchmark: zdt4, ceiling: 150, worst: 0.093 },
    { benchmark: zdt6, ceiling: 10, worst: 0.142 },
    { benchmark: tnk, ceiling: tnk.reference[1]!, worst: 0.294 },
    { benchmark: technologies, ceiling: technologies.reference[1]!, worst: 0.738 },
  ])("leaves a part of what random search leaves on $benchmark.title", ({ benchmark, ceiling, worst }) => {
    for (const seed of SEEDS) {
      const problem = problemOf(benchmark, EVALUATIONS, seed);
      const evaluate = benchmark.evaluate;
      const learned = missing(benchmark, ceiling, feasibleObjectives(search(nsga2, problem, evaluate)));
      const blind = missing(benchmark, ceiling, feasibleObjectives(search(randomSearch, problem, evaluate)));
      expect(learned / blind, `seed ${seed}`).toBeLessThan(1.25 * worst);
    }
  });

  it("ends on TNK with a population of feasible designs only", () => {
    for (const seed of SEEDS) {
      const told = search(nsga2, problemOf(tnk, EVALUATIONS, seed), tnk.evaluate);
      const front = survivors(
        told.map(({ id, coordinates, status, objectives, violation }) => ({
          coordinates,
          score: { id, status, objectives, violation },
        })),
        20,
      );
      expect(front.every(({ score }) => score.violation === 0)).toBe(true);
      // Feasible points fill 5 % of the box; 39 to 48 % of the last proposals were, over seeds 1 to 11.
      const last = told.slice(-500);
      expect(feasibleObjectives(last).length / last.length).toBeGreaterThan(0.3);
    }
  });

  it("tries every category of the mixed problem, and finds those that are on the front", () => {
    let rareFound = 0;
    for (const seed of SEEDS) {
      const told = search(nsga2, problemOf(technologies, EVALUATIONS, seed), technologies.evaluate);
      const categoryOf = ({ coordinates }: { readonly coordinates: Float64Array }) => partOf(4, coordinates[0]!);
      // 143 or more of 2 500 were measured, over seeds 1 to 11.
      for (let category = 0; category < 4; category++)
        expect(told.filter((each) => categoryOf(each) === category).length).toBeGreaterThan(100);
      const possible = told.filter(({ status, violation }) => status === "ok" && violation === 0);
      const used = new Set(nonDominated(possible, (each) => each.objectives).map(categoryOf));
      expect(used).toContain(0);
      expect(used).toContain(1);
      expect(used).not.toContain(3);
      if (used.has(2)) rareFound++;
    }
    // Possible in a tenth of its space: found with 4 of these seeds, and with 8 of seeds 1 to 11.
    expect(rareFound).toBeGreaterThanOrEqual(3);
  });
});

describe("NSGA-II with 100 designs at 25 000 evaluations", () => {
  // Medians of 11 runs of pymoo 0.6.2 (Blank and Deb, IEEE Access 8, 89497 (2020)) with 100 designs: share of the front's
  // hypervolume that everything evaluated dominates. Ours are 0.9973, 0.9955, 0.9986, 0.9919 and 0.9764.
  it.each([
    { benchmark: zdt1, peer: 0.9978 },
    { benchmark: zdt2, peer: 0.9956 },
    { benchmark: zdt3, peer: 0.9987 },
    { benchmark: zdt4, peer: 0.9917 },
    { benchmark: zdt6, peer: 0.9739 },
  ])("reaches on $benchmark.title what another program reaches", ({ benchmark, peer }) => {
    const shares = [1, 2, 3].map((seed) => {
      const optimizer = nsga2.create(
        { ...defaultsOf(nsga2.parameters), population: 100 },
        problemOf(benchmark, 25_000, seed),
      );
      const found: (readonly number[])[] = [];
      while (found.length < 25_000) {
        const scores = optimizer.ask(100).map(({ id, coordinates }) => ({ id, ...benchmark.evaluate(coordinates) }));
        optimizer.tell(scores);
        found.push(...scores.map(({ objectives }) => objectives));
      }
      return hypervolume(found, benchmark.reference) / benchmark.frontHypervolume;
    });
    // Half of our 11 runs lie within 0.005 of their median.
    expect(shares.toSorted((a, b) => a - b)[1]).toBeGreaterThan(peer - 0.005);
  });
});
