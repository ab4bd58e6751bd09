import { reals } from "./benchmark-problem.ts";
import type { BenchmarkProblem } from "./benchmark-problem.ts";
import { sphereObjectives } from "./dtlz2.ts";

/** Crowds the directions at the coordinate planes. */
const BIAS = 100;

/**
 * DTLZ4 behind three ellipsoids, on which the front lies (Jain and Deb, IEEE Trans. Evol. Comput. 18, 602 (2014)): the sum of the
 * squares without three quarters of the largest one is at least 1.
 *
 * Hypervolume: what the ellipsoids hold is three times the part in which the first objective t is the largest, a quarter of a disc of
 * radius sqrt(1 - t^2 / 4) cut at t, integrated over t.
 */
export const c3dtlz4: BenchmarkProblem = {
  title: "C3-DTLZ4",
  dimensions: reals(7),
  constrained: true,
  reference: [2.2, 2.2, 2.2],
  frontHypervolume: 2.2 ** 3 - 1.8545904360034,
  evaluate(x) {
    const objectives = sphereObjectives(Float64Array.from(x, (value, k) => (k < 2 ? value ** BIAS : value)));
    const squares = objectives.reduce((sum, f) => sum + f * f, 0);
    const violation = objectives.reduce((sum, f) => sum + Math.max(0, 1 - squares + 0.75 * f * f), 0);
    return { status: "ok", objectives, violation };
  },
};
