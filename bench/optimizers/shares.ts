import { bestSubset, createFrontArchive, hypervolume } from "../../packages/pareto/src/index.ts";
import { reals } from "../../packages/optimizer/src/problems/benchmark-problem.ts";
import { singleObjectives } from "../../packages/optimizer/src/problems/single-objective.ts";
import type { BenchmarkCase } from "./cases.ts";
import { modelOf, searched } from "./search.ts";

/** What one search reached, and what it took. */
export interface Outcome {
  readonly share: number;
  readonly overhead_us: number;
  /** Share of the best 100 designs, where it was asked for. */
  readonly hundred?: number;
}

/**
 * Share of the hypervolume of the front that all feasible designs of a search dominate. Of estimates, those designs count that are on
 * the front of the estimates, with their exact objectives.
 *
 * @param withHundred whether the best 100 designs are looked for as well
 */
export function frontShare(
  { problem, exact, evaluations }: BenchmarkCase,
  id: string,
  seed: number,
  withHundred: boolean,
): Outcome {
  const { dimensions, constrained, reference, frontHypervolume } = problem;
  const search = { dimensions, objectiveCount: reference.length, constrained, evaluations, seed };
  const { points, answers, overhead_us } = searched(modelOf(id), search, problem.evaluate);
  const front = createFrontArchive(reference.length);
  for (const [k, { status, violation, objectives }] of answers.entries())
    if (status === "ok" && violation === 0) front.add(objectives, k);
  const found = front.ids().map((k) => (exact?.evaluate(points[k]!) ?? answers[k]!).objectives);
  const shareOf = (designs: readonly (readonly number[])[]): number =>
    hypervolume(designs, reference) / frontHypervolume;
  const hundred = withHundred
    ? { hundred: shareOf(bestSubset(found, reference, 100).map((index) => found[index]!)) }
    : {};
  return { share: shareOf(found), overhead_us, ...hundred };
}

/** Dimensions of the functions of one objective. */
export const SINGLE_DIMENSIONS = 5;
/** Targets above the least value, after Hansen et al.: 51 from 100 to 1e-8 in equal ratios. */
const TARGETS = Array.from({ length: 51 }, (_, k) => 10 ** (2 - k / 5));

/** Share of the targets of 24 functions, in the instance of that number, that a search of each reaches. */
export function targetShare(id: string, evaluations: number, seed: number): Outcome {
  const instances = singleObjectives(SINGLE_DIMENSIONS, seed).filter((_, k) => k % seed === seed - 1);
  const outcomes = instances.map(({ optimum, evaluate }) => {
    const { answers, overhead_us } = searched(
      modelOf(id),
      { dimensions: reals(SINGLE_DIMENSIONS), objectiveCount: 1, constrained: false, evaluations, seed },
      (x) => ({ status: "ok", objectives: [evaluate(x)], violation: 0 }),
    );
    const least = answers.reduce((best, { objectives }) => Math.min(best, objectives[0]!), Infinity) - optimum;
    return { share: TARGETS.filter((target) => least <= target).length / TARGETS.length, overhead_us };
  });
  const mean = (of: (outcome: Outcome) => number): number =>
    outcomes.reduce((sum, outcome) => sum + of(outcome), 0) / outcomes.length;
  return { share: mean(({ share }) => share), overhead_us: mean((outcome) => outcome.overhead_us) };
}
