import { reals } from "./benchmark-problem.ts";
import type { BenchmarkProblem } from "./benchmark-problem.ts";

const VARIABLES = 15;

/**
 * Seventh constrained problem of Ma and Wang, IEEE Trans. Evol. Comput. 23, 972 (2019): the front is in part the unit circle, in
 * part the edge of what is feasible behind it, and in pieces. Bounds and hypervolume by dense sampling.
 */
export const mw7: BenchmarkProblem = {
  title: "MW7",
  dimensions: reals(VARIABLES),
  constrained: true,
  reference: [1.265, 1.265],
  frontHypervolume: 0.6646296,
  evaluate(x) {
    let g = 1;
    for (let k = 1; k < VARIABLES; k++) g += 2 * (x[k]! + (x[k - 1]! - 0.5) ** 2 - 1) ** 2;
    const first = g * x[0]!;
    const second = g * Math.sqrt(1 - (first / g) ** 2);
    const wave = Math.sin(4 * Math.atan2(second, first));
    const square = first ** 2 + second ** 2;
    const outside = square - (1.2 + 0.4 * wave ** 16) ** 2;
    const inside = (1.15 - 0.2 * wave ** 8) ** 2 - square;
    return { status: "ok", objectives: [first, second], violation: Math.max(0, outside) + Math.max(0, inside) };
  },
};
