import { feasible, reals } from "./benchmark-problem.ts";
import type { BenchmarkProblem } from "./benchmark-problem.ts";

const VARIABLES = 22;

/**
 * Seventh problem of Deb, Thiele, Laumanns and Zitzler (its number 7 in their report of 2005), three objectives: the front is
 * four separate pieces. Bounds and hypervolume by integration of the least third objective, which is a sum of a function of the first
 * and the same of the second.
 */
export const dtlz7: BenchmarkProblem = {
  title: "DTLZ7",
  dimensions: reals(VARIABLES),
  constrained: false,
  reference: [0.9453408, 0.9453408, 6.3385991],
  frontHypervolume: 1.5056303,
  evaluate(x) {
    let sum = 0;
    for (let k = 2; k < VARIABLES; k++) sum += x[k]!;
    const scale = 2 + (9 * sum) / (VARIABLES - 2);
    let height = 3;
    for (let m = 0; m < 2; m++) height -= (x[m]! / scale) * (1 + Math.sin(3 * Math.PI * x[m]!));
    return feasible(x[0]!, x[1]!, scale * height);
  },
};
