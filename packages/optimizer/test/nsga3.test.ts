import { defaultsOf } from "@neurofront/core";
import type { SearchProblem } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { hypervolume } from "@neurofront/pareto";
import { nsga3 } from "../src/nsga3.ts";
import { randomSearch } from "../src/random-search.ts";
import { reals } from "../src/problems/benchmark-problem.ts";
import type { BenchmarkProblem } from "../src/problems/benchmark-problem.ts";
import { technologies } from "../src/problems/technologies.ts";
import { tnk } from "../src/problems/tnk.ts";
import { zdt1 } from "../src/problems/zdt.ts";
import { feasibleObjectives, problemOf, search } from "./search.ts";

const SEEDS = [1, 2, 3];

describe("NSGA-III", () => {
  // `worst` is the largest share of seeds 1 to 5; the bound is a quarter above it.
  it.each([
    { benchmark: zdt1, ceiling: 10, worst: 0.217 },
    { benchmark: tnk, ceiling: tnk.reference[1]!, worst: 0.31 },
    { benchmark: technologies, ceiling: technologies.reference[1]!, worst: 0.085 },
  ] as { benchmark: BenchmarkProblem; ceiling: number; worst: number }[])(
    "leaves a part of the hypervolume that random search leaves on $benchmark.title",
    ({ benchmark, ceiling, worst }) => {
      const right = benchmark.reference[0]!;
      const front = benchmark.frontHypervolume + right * (ceiling - benchmark.reference[1]!);
      const missing = (model: typeof nsga3 | typeof randomSearch, seed: number) =>
        front -
        hypervolume(
          feasibleObjectives(
            search(model as typeof randomSearch, problemOf(benchmark, 2500, seed), benchmark.evaluate),
          ),
          [right, ceiling],
        );
      for (const seed of SEEDS)
        expect(missing(nsga3, seed) / missing(randomSearch, seed), `seed ${seed}`).toBeLessThan(1.25 * worst);
    },
  );

  it("spreads over a sphere of three objectives of different scales", () => {
    const problem: SearchProblem = { dimensions: reals(7), objectiveCount: 3, evaluations: 10_000, seed: 1 };
    const told = search(nsga3, problem, (x) => {
      const [a, b] = [(x[0]! * Math.PI) / 2, (x[1]! * Math.PI) / 2];
      const radius = 1 + x.slice(2).reduce((sum, value) => sum + (value - 0.5) ** 2, 0);
      const sphere = [Math.cos(a) * Math.cos(b), Math.cos(a) * Math.sin(b), Math.sin(a)];
      return { status: "ok", objectives: sphere.map((v, k) => 10 ** (6 * k - 6) * radius * v), violation: 0 };
    });
    const last = told.slice(-92).map(({ objectives }) => objectives.map((v, k) => v / 10 ** (6 * k - 6)));
    // Close to the sphere, and in each of its nine cells of equal angles.
    const radii = last.map((point) => Math.hypot(...point)).toSorted((a, b) => a - b);
    expect(radii[46]).toBeLessThan(1.02);
    const cells = new Set(
      last.map(([x, y, z]) => {
        const azimuth = Math.min(Math.floor((6 / Math.PI) * Math.atan2(y!, x!)), 2);
        return 3 * azimuth + Math.min(Math.floor(3 * (z! / Math.hypot(x!, y!, z!))), 2);
      }),
    );
    expect(cells.size).toBe(9);
  });

  it("keeps about one design for each direction, and makes generations of them", () => {
    const optimizer = nsga3.create(
      { ...defaultsOf(nsga3.parameters), directions: 92 },
      { dimensions: reals(3), objectiveCount: 3, evaluations: 1000, seed: 1 },
    );
    expect(optimizer.ask(1000)).toHaveLength(92);
    expect(optimizer.ask(1)).toStrictEqual([]);
  });
});
