import { describe, expect, it } from "vitest";
import { hypervolume } from "../../src/pareto/hypervolume.ts";
import type { BenchmarkProblem } from "../../src/problems/benchmark-problem.ts";
import { c2dtlz2 } from "../../src/problems/c2-dtlz2.ts";
import { dtlz2 } from "../../src/problems/dtlz2.ts";
import { TECHNOLOGY_FRONTS, technologies } from "../../src/problems/technologies.ts";
import { tnk } from "../../src/problems/tnk.ts";
import { zdt1, zdt2, zdt3, zdt4, zdt6 } from "../../src/problems/zdt.ts";
import { coordinateOf } from "../../src/space.ts";

const SAMPLES = 50_000;

/** Optimal points of a problem, dense along the front. */
const optima: readonly { benchmark: BenchmarkProblem; point: (t: number) => Float64Array }[] = [
  ...[zdt1, zdt2, zdt3, zdt6].map((benchmark) => ({
    benchmark,
    point: (t: number) => Float64Array.from(benchmark.dimensions, (_, k) => (k === 0 ? t : 0)),
  })),
  { benchmark: zdt4, point: (t) => Float64Array.from(zdt4.dimensions, (_, k) => (k === 0 ? t : 0.5)) },
  {
    benchmark: tnk,
    // On the wavy constraint, a hair outside.
    point: (t) => {
      const angle = (Math.PI / 2) * t;
      const radius = Math.sqrt(1 + 0.1 * Math.cos(16 * angle)) * (1 + 1e-12);
      return Float64Array.of((radius * Math.sin(angle)) / Math.PI, (radius * Math.cos(angle)) / Math.PI);
    },
  },
  {
    benchmark: technologies,
    point: (t) => {
      const values = TECHNOLOGY_FRONTS.map((front) => front(t));
      const level = Math.floor(20 * t);
      return Float64Array.of(
        coordinateOf(4, values.indexOf(Math.min(...values))),
        coordinateOf(20, level),
        20 * t - level,
        0.3,
        0.95,
        0.4,
      );
    },
  },
];

describe.each(optima)("$benchmark.title", ({ benchmark, point }) => {
  it("has the stated hypervolume of its front", () => {
    const front: (readonly number[])[] = [];
    for (let sample = 0; sample < SAMPLES; sample++) {
      const { status, objectives, violation } = benchmark.evaluate(point((sample + 0.5) / SAMPLES));
      if (status === "ok" && violation === 0) front.push(objectives);
    }
    const share = hypervolume(front, benchmark.reference) / benchmark.frontHypervolume;
    // A sampled front lies below the whole one by about half a step.
    expect(share).toBeLessThan(1 + 1e-6);
    expect(share).toBeGreaterThan(1 - 3e-4);
  });
});

/** Directions in each of two angles. */
const DIRECTIONS = 200;

describe.each([{ benchmark: dtlz2 }, { benchmark: c2dtlz2 }])("$benchmark.title", ({ benchmark }) => {
  it("has the stated hypervolume of its front", () => {
    const front: (readonly number[])[] = [];
    for (let i = 0; i < DIRECTIONS; i++) {
      for (let j = 0; j < DIRECTIONS; j++) {
        const point = new Float64Array(12).fill(0.5);
        point[0] = i / (DIRECTIONS - 1);
        point[1] = j / (DIRECTIONS - 1);
        const { objectives, violation } = benchmark.evaluate(point);
        if (violation === 0) front.push(objectives);
      }
    }
    const share = hypervolume(front, benchmark.reference) / benchmark.frontHypervolume;
    // Half a step of 0.5 degrees below the sphere, and the edges of the caps lie between directions.
    expect(share).toBeLessThan(1);
    expect(share).toBeGreaterThan(0.99);
  });
});

describe("the constraints", () => {
  it("of TNK forbid the corner near the origin and the far one", () => {
    expect(tnk.evaluate(Float64Array.of(0.1, 0.1)).violation).toBeGreaterThan(0);
    expect(tnk.evaluate(Float64Array.of(0.9, 0.9)).violation).toBeGreaterThan(0);
    expect(tnk.evaluate(Float64Array.of(1 / Math.PI, 0.6 / Math.PI)).violation).toBe(0);
  });

  it("of the mixed problem tell impossible from infeasible", () => {
    const at = (technology: number, y2: number, y3: number) =>
      technologies.evaluate(Float64Array.of(coordinateOf(4, technology), 0.5, 0.5, 0.3, y2, y3));
    expect(at(2, 0.5, 0.4)).toStrictEqual({ status: "impossible", objectives: [], violation: 0.4 });
    expect(at(2, 0.95, 0.75)).toMatchObject({ status: "ok", violation: 0.5 });
    expect(at(0, 0.5, 0.4)).toMatchObject({ status: "ok", violation: 0 });
  });
});
