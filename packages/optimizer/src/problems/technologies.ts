import { partOf } from "../space.ts";
import type { BenchmarkProblem } from "./benchmark-problem.ts";

/** The second objective of each category on its own front, over the first. */
export const TECHNOLOGY_FRONTS: readonly ((f1: number) => number)[] = [
  (f1) => 1 - Math.sqrt(f1),
  (f1) => 0.8 - 0.9 * f1,
  (f1) => 0.55 - 0.5 * f1,
  (f1) => 1.2 - f1,
];

const CATEGORIES = TECHNOLOGY_FRONTS.length;
const LEVELS = 20;

/**
 * A mixed problem in the shape of a choice among technologies: a category, an integer, four reals. Category 2 is best
 * up to f1 = 0.4675, then 0, from 0.7216 on 1, and 3 nowhere; category 2 is impossible for nine tenths of one real. One real
 * is constrained. Hypervolume of the front by dense sampling.
 */
export const technologies: BenchmarkProblem = {
  title: "technologies",
  constrained: true,
  dimensions: [
    { kind: "category", count: CATEGORIES },
    { kind: "integer", count: LEVELS },
    { kind: "real" },
    { kind: "real" },
    { kind: "real" },
    { kind: "real" },
  ],
  reference: [1.1, 0.615],
  frontHypervolume: 0.4184285,
  evaluate(point) {
    const technology = partOf(CATEGORIES, point[0]!);
    const [fraction, y1, y2, y3] = [point[2]!, point[3]!, point[4]!, point[5]!];
    if (technology === 2 && y2 < 0.9) return { status: "impossible", objectives: [], violation: 0.9 - y2 };
    const f1 = (partOf(LEVELS, point[1]!) + fraction) / LEVELS;
    const distance = 4 * (y1 - 0.3) ** 2 + (y3 - 0.4) ** 2;
    return {
      status: "ok",
      objectives: [f1, TECHNOLOGY_FRONTS[technology]!(f1) + distance],
      violation: Math.max(0, y3 - 0.5) / 0.5,
    };
  },
};
