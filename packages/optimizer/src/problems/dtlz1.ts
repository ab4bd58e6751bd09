import { feasible, reals } from "./benchmark-problem.ts";
import type { BenchmarkProblem } from "./benchmark-problem.ts";

/** Objectives of DTLZ1: a point of the plane where they sum to a half, times one plus a distance with 11^5 - 1 local minima. */
export function planeObjectives(x: ArrayLike<number>): [number, number, number] {
  let distance = 0;
  for (let k = 2; k < x.length; k++) distance += 1 + (x[k]! - 0.5) ** 2 - Math.cos(20 * Math.PI * (x[k]! - 0.5));
  const half = 0.5 * (1 + 100 * distance);
  return [half * x[0]! * x[1]!, half * x[0]! * (1 - x[1]!), half * (1 - x[0]!)];
}

/** First problem of Deb, Thiele, Laumanns and Zitzler, IEEE CEC, 825 (2002), three objectives: the front is a triangle. */
export const dtlz1: BenchmarkProblem = {
  title: "DTLZ1",
  dimensions: reals(7),
  constrained: false,
  reference: [0.55, 0.55, 0.55],
  frontHypervolume: 0.5 ** 3 * (1.1 ** 3 - 1 / 6),
  evaluate: (x) => feasible(...planeObjectives(x)),
};
