import { defaultsOf } from "@neurofront/core";
import type { Design, OptimizerModel, Parameters } from "@neurofront/core";
import { reals } from "../src/problems/benchmark-problem.ts";
import type { SingleObjective } from "../src/problems/single-objective.ts";

/** Targets above the least value, as in the benchmarks of Hansen et al.: 51 from 100 to 1e-8 in equal ratios. */
const TARGETS = Array.from({ length: 51 }, (_, k) => 10 ** (2 - k / 5));

/** Differences of the best value from the least one after each of the ascending numbers of evaluations. */
export function precisions<P extends Parameters>(
  model: OptimizerModel<P>,
  { optimum, evaluate }: SingleObjective,
  size: number,
  after: readonly number[],
  seed: number,
  settings: Partial<Design<P>> = {},
): number[] {
  const evaluations = after.at(-1)!;
  const optimizer = model.create(
    { ...defaultsOf(model.parameters), ...settings },
    { dimensions: reals(size), objectiveCount: 1, evaluations, seed },
  );
  const found: number[] = [];
  let best = Infinity;
  for (let done = 0; done < evaluations;) {
    const batch = optimizer.ask(evaluations - done);
    done += batch.length;
    const scores = batch.map(({ id, coordinates }) => {
      const value = evaluate(coordinates);
      best = Math.min(best, value - optimum);
      if (after.includes(id + 1)) found.push(best);
      return { id, status: "ok" as const, objectives: [value], violation: 0 };
    });
    optimizer.tell(scores);
  }
  return found;
}

/** Share of the targets that a precision reaches. */
export function reached(precision: number): number {
  return TARGETS.filter((target) => precision <= target).length / TARGETS.length;
}
