import { describe, expect, it } from "vitest";
import { hypervolume } from "@neurofront/pareto";
import type { BenchmarkProblem } from "../../src/problems/benchmark-problem.ts";
import { branches, optimumOf } from "../../src/problems/branches.ts";
import { c1dtlz1 } from "../../src/problems/c1-dtlz1.ts";
import { c2dtlz2 } from "../../src/problems/c2-dtlz2.ts";
import { c3dtlz4 } from "../../src/problems/c3-dtlz4.ts";
import { dtlz1 } from "../../src/problems/dtlz1.ts";
import { dtlz2 } from "../../src/problems/dtlz2.ts";
import { dtlz7 } from "../../src/problems/dtlz7.ts";
import { mw7 } from "../../src/problems/mw7.ts";
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
    benchmark: mw7,
    // A direction, as far out as the inner constraint asks, in the coordinate that no other distance depends on.
    point: (t) => {
      const angle = (Math.PI / 2) * t;
      const radius = Math.max(1, 1.15 - 0.2 * Math.sin(4 * angle) ** 8) * (1 + 1e-12);
      const point = Float64Array.of(Math.cos(angle), ...Array.from({ length: 14 }, () => 0));
      for (let k = 1; k < 15; k++) point[k] = 1 - (point[k - 1]! - 0.5) ** 2;
      point[14]! -= Math.sqrt((radius - 1) / 2);
      return point;
    },
  },
  {
    benchmark: branches,
    point: (t) => {
      const values = TECHNOLOGY_FRONTS.map((front) => front(t));
      return optimumOf(values.indexOf(Math.min(...values)) as 0 | 1 | 2, t);
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

/** Points of the first two coordinates in each direction. */
const STEPS = 200;

/** Front of a problem with three objectives over its first two coordinates, the others at one place, feasible points only. */
const surfaces: readonly { benchmark: BenchmarkProblem; rest: number; least: number }[] = [
  { benchmark: dtlz1, rest: 0.5, least: 0.99 },
  { benchmark: c1dtlz1, rest: 0.5, least: 0.99 },
  { benchmark: dtlz2, rest: 0.5, least: 0.99 },
  // The edges of the caps lie between directions.
  { benchmark: c2dtlz2, rest: 0.5, least: 0.99 },
  { benchmark: dtlz7, rest: 0, least: 0.99 },
];

describe.each(surfaces)("$benchmark.title", ({ benchmark, rest, least }) => {
  it("has the stated hypervolume of its front", () => {
    const front: (readonly number[])[] = [];
    const point = new Float64Array(benchmark.dimensions.length).fill(rest);
    for (let i = 0; i < STEPS; i++) {
      for (let j = 0; j < STEPS; j++) {
        point[0] = i / (STEPS - 1);
        point[1] = j / (STEPS - 1);
        const { objectives, violation } = benchmark.evaluate(point);
        // A hair of rounding at the edge of what is feasible.
        if (violation < 1e-12) front.push(objectives);
      }
    }
    const share = hypervolume(front, benchmark.reference) / benchmark.frontHypervolume;
    expect(share).toBeLessThan(1);
    expect(share).toBeGreaterThan(least);
  });
});

describe("C3-DTLZ4", () => {
  it("has the stated hypervolume of its front, which lies on ellipsoids", () => {
    const front: (readonly number[])[] = [];
    const point = new Float64Array(7).fill(0.5);
    for (let i = 0; i < STEPS; i++) {
      for (let j = 0; j < STEPS; j++) {
        point[0] = (i / (STEPS - 1)) ** 0.01;
        point[1] = (j / (STEPS - 1)) ** 0.01;
        point.fill(0.5, 2);
        const direction = c3dtlz4.evaluate(point).objectives;
        // Out along the direction until the sum of squares without three quarters of the largest is 1.
        const level = direction.reduce((sum, f) => sum + f * f, 0) - 0.75 * Math.max(...direction) ** 2;
        const radius = 1 / Math.sqrt(level);
        point.fill(0.5 + Math.sqrt((radius - 1) / 5) * (1 + 1e-9), 2);
        const { objectives, violation } = c3dtlz4.evaluate(point);
        expect(violation).toBeLessThan(1e-12);
        front.push(objectives);
      }
    }
    const share = hypervolume(front, c3dtlz4.reference) / c3dtlz4.frontHypervolume;
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
