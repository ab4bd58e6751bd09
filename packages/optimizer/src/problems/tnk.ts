import { reals } from "./benchmark-problem.ts";
import type { BenchmarkProblem } from "./benchmark-problem.ts";

/**
 * The constrained problem of Tanaka, Watanabe, Furukawa and Tanino, Proc. IEEE Int. Conf. Syst. Man Cybern., 1556 (1995):
 * both objectives are coordinates in [0, pi], so every infeasible point near the origin looks better than the front, which
 * lies in three parts on a wavy constraint. Hypervolume of the front by dense sampling.
 */
export const tnk: BenchmarkProblem = {
  title: "TNK",
  constrained: true,
  dimensions: reals(2),
  reference: [1.1381283, 1.1381283],
  frontHypervolume: 0.5155533,
  evaluate(point) {
    const x = Math.PI * point[0]!;
    const y = Math.PI * point[1]!;
    const outside = x * x + y * y - 1 - 0.1 * Math.cos(16 * Math.atan2(x, y));
    const inside = 0.5 - (x - 0.5) ** 2 - (y - 0.5) ** 2;
    const violation = Math.max(0, -outside) + Math.max(0, -inside) / 0.5;
    return { status: "ok", objectives: [x, y], violation };
  },
};
