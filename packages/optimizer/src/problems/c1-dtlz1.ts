import { reals } from "./benchmark-problem.ts";
import type { BenchmarkProblem } from "./benchmark-problem.ts";
import { dtlz1, planeObjectives } from "./dtlz1.ts";

/** DTLZ1 where only a thin wedge behind the front is feasible (Jain and Deb, IEEE Trans. Evol. Comput. 18, 602 (2014)). */
export const c1dtlz1: BenchmarkProblem = {
  title: "C1-DTLZ1",
  dimensions: reals(7),
  constrained: true,
  reference: dtlz1.reference,
  frontHypervolume: dtlz1.frontHypervolume,
  evaluate(x) {
    const objectives = planeObjectives(x);
    const outside = objectives[2] / 0.6 + (objectives[0] + objectives[1]) / 0.5 - 1;
    return { status: "ok", objectives, violation: Math.max(0, outside) };
  },
};
