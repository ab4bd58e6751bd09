import { defaultsOf } from "@neurofront/core";
import type { OptimizerModel, SearchProblem } from "@neurofront/core";
import plugin from "../../packages/optimizer/src/index.ts";
import type { Answer } from "../../packages/optimizer/src/problems/benchmark-problem.ts";

/** Everything a search evaluated. */
export interface Searched {
  readonly points: readonly Float64Array[];
  readonly answers: readonly Answer[];
  /** Processor time of asking and telling for one evaluation. */
  readonly overhead_us: number;
}

export function modelOf(id: string): OptimizerModel {
  const models: readonly OptimizerModel[] = plugin.models;
  const found = models.find((model) => model.id === id);
  if (found === undefined) throw new Error(`there is no optimizer ${id}`);
  return found;
}

/** One search with default settings. */
export function searched(
  model: OptimizerModel,
  problem: SearchProblem,
  evaluate: (coordinates: Float64Array) => Answer,
): Searched {
  const points: Float64Array[] = [];
  const answers: Answer[] = [];
  let used_us = 0;
  const start = process.cpuUsage();
  const optimizer = model.create(defaultsOf(model.parameters), problem);
  while (points.length < problem.evaluations) {
    const proposals = optimizer.ask(problem.evaluations - points.length);
    for (const { coordinates } of proposals) {
      // The clock has steps of about a microsecond and evaluations take no more: they are timed together, below.
      points.push(coordinates);
      answers.push(evaluate(coordinates));
    }
    const first = points.length - proposals.length;
    optimizer.tell(proposals.map(({ id }, k) => ({ id, ...answers[first + k]! })));
  }
  used_us = microseconds(start);
  const again = process.cpuUsage();
  for (const point of points) evaluate(point);
  return { points, answers, overhead_us: Math.max(used_us - microseconds(again), 0) / points.length };
}

function microseconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return user + system;
}
