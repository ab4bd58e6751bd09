/**
 * Processor time of asking and telling, for one evaluation, without the evaluation itself: `node bench/optimizer-overhead.ts`. Targets, which are those of the evolutionary ones: 5
 * us with two objectives and 10 us with three at a population of 100, at any number of evaluations, once the code is compiled.
 */
import { defaultsOf } from "@neurofront/core";
import type { OptimizerModel } from "@neurofront/core";
import { cmaEs } from "../packages/optimizer/src/cma-es.ts";
import { mixEa } from "../packages/optimizer/src/mix-ea.ts";
import { nsga2 } from "../packages/optimizer/src/nsga2.ts";
import { nsga3 } from "../packages/optimizer/src/nsga3.ts";
import type { BenchmarkProblem } from "../packages/optimizer/src/problems/benchmark-problem.ts";
import { dtlz2 } from "../packages/optimizer/src/problems/dtlz2.ts";
import { zdt1 } from "../packages/optimizer/src/problems/zdt.ts";
import { randomSearch } from "../packages/optimizer/src/random-search.ts";
import { shade } from "../packages/optimizer/src/shade.ts";
import { processorTime_s } from "./processor-time.ts";

const BATCH = 100;
/** Evaluations after which the time is taken again, to see whether it grows. */
const MARKS = [10_000, 100_000, 1_000_000];

function microseconds(since: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(since);
  return user + system;
}

/** Median over the batches before each mark. */
function overhead_us(
  model: OptimizerModel,
  benchmark: BenchmarkProblem,
  population: number,
  marks: readonly number[],
): number[] {
  const somewhere = Float64Array.from(benchmark.dimensions, () => 0.3);
  const evaluation_us = 1e6 * processorTime_s(() => benchmark.evaluate(somewhere));
  const optimizer = model.create(
    { ...defaultsOf(model.parameters), ...("population" in model.parameters ? { population } : {}) },
    {
      dimensions: benchmark.dimensions,
      objectiveCount: benchmark.reference.length,
      constrained: benchmark.constrained,
      evaluations: marks.at(-1)!,
      seed: 1,
    },
  );
  let told = 0;
  return marks.map((mark) => {
    const times: number[] = [];
    while (told < mark) {
      const start = process.cpuUsage();
      let inChunk = 0;
      while (inChunk < 20 * BATCH) {
        const scores = optimizer.ask(BATCH).map(({ id, coordinates }) => ({ id, ...benchmark.evaluate(coordinates) }));
        optimizer.tell(scores);
        inChunk += scores.length;
      }
      told += inChunk;
      times.push(microseconds(start) / inChunk - evaluation_us);
    }
    return times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]!;
  });
}

for (const [benchmark, target_us] of [
  [zdt1, 5],
  [dtlz2, 10],
] as const) {
  for (const [model, marks] of [
    [mixEa, MARKS],
    [nsga2, MARKS.slice(0, 2)],
    [nsga3, MARKS.slice(0, 1)],
    [cmaEs, MARKS.slice(0, 1)],
    [shade, MARKS.slice(0, 1)],
    [randomSearch, MARKS.slice(0, 1)],
  ] as const) {
    const found = overhead_us(model, benchmark, BATCH, marks);
    for (const [k, time_us] of found.entries())
      console.log(
        `${model.id.padEnd(14)} ${benchmark.title}, up to ${String(marks[k]).padStart(7)} evaluations: ${time_us.toFixed(1)} us, target ${target_us} us, ratio ${(time_us / target_us).toFixed(2)}`,
      );
  }
}
