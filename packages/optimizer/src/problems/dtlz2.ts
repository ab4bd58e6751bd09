import { feasible, reals } from "./benchmark-problem.ts";
import type { BenchmarkProblem } from "./benchmark-problem.ts";

/** Objectives of DTLZ2: a point of the unit sphere, times one plus the squared distance of the last ten coordinates. */
export function sphereObjectives(x: ArrayLike<number>): [number, number, number] {
  let radius = 1;
  for (let k = 2; k < x.length; k++) radius += (x[k]! - 0.5) ** 2;
  const first = (Math.PI / 2) * x[0]!;
  const second = (Math.PI / 2) * x[1]!;
  return [
    radius * Math.cos(first) * Math.cos(second),
    radius * Math.cos(first) * Math.sin(second),
    radius * Math.sin(first),
  ];
}

/** Second problem of Deb, Thiele, Laumanns and Zitzler, IEEE CEC, 825 (2002), three objectives: the front is an eighth of a sphere. */
export const dtlz2: BenchmarkProblem = {
  title: "DTLZ2",
  dimensions: reals(12),
  constrained: false,
  reference: [1.1, 1.1, 1.1],
  frontHypervolume: 1.1 ** 3 - Math.PI / 6,
  evaluate: (x) => feasible(...sphereObjectives(x)),
};
