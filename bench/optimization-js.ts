/**
 * The library optimization-js beside the product's optimizers, in one run: `node bench/optimization-js.ts`. Share of the targets
 * reached on the 24 families of single-objective functions in 5 dimensions, and processor time of asking and telling.
 */
import { defaultsOf } from "@neurofront/core";
import type { OptimizerModel } from "@neurofront/core";
import { cmaEs } from "../packages/optimizer/src/cma-es.ts";
import { reals } from "../packages/optimizer/src/problems/benchmark-problem.ts";
import { randomSearch } from "../packages/optimizer/src/random-search.ts";
import { shade } from "../packages/optimizer/src/shade.ts";
import { singleObjectives } from "../packages/optimizer/src/problems/single-objective.ts";
import { precisions, reached } from "../packages/optimizer/test/single-objective.ts";
import { localSearch } from "../plugins/optimization-js/src/local-search.ts";
import { mutationSearch } from "../plugins/optimization-js/src/mutation-search.ts";

const SIZE = 5;
const AFTER = [10, 30, 100, 300, 1000].map((times) => times * SIZE);
const INSTANCES = 5;
/** Evaluations after which the time of one is taken. */
const MARKS = [1000, 5000, 10_000];
/** Proposals asked for at a time, as the run of a study does. */
const BATCH = 50;
/** Evaluations over which it is taken. */
const WINDOW = 200;

interface Entry {
  readonly title: string;
  readonly model: OptimizerModel;
  readonly settings: Readonly<Record<string, string | number>>;
}

const entries = [
  { title: "CMA-ES", model: cmaEs, settings: {} },
  { title: "L-SHADE", model: shade, settings: {} },
  { title: "random search", model: randomSearch, settings: {} },
  { title: "optimization-js: OMG", model: mutationSearch, settings: {} },
  { title: "optimization-js: Powell", model: localSearch, settings: { method: "powell" } },
  { title: "optimization-js: gradient descent", model: localSearch, settings: { method: "gradient-descent" } },
  { title: "optimization-js: L-BFGS", model: localSearch, settings: { method: "l-bfgs" } },
] as readonly unknown[] as readonly Entry[];

function shares({ model, settings }: Entry): number[] {
  const problems = singleObjectives(SIZE, INSTANCES);
  const sums = AFTER.map(() => 0);
  for (const [index, problem] of problems.entries())
    for (const [k, precision] of precisions(model, problem, SIZE, AFTER, 1000 + index, settings).entries())
      sums[k]! += reached(precision);
  return sums.map((sum) => sum / problems.length);
}

/** Processor time of asking and telling for one evaluation, around each of the marks. */
function overhead_us({ model, settings }: Entry): number[] {
  const evaluations = MARKS.at(-1)! + WINDOW;
  const problem = { dimensions: reals(SIZE), objectiveCount: 1, evaluations, seed: 1 };
  const optimizer = model.create({ ...defaultsOf(model.parameters), ...settings }, problem);
  let told = 0;
  const askAndTell = (until: number): void => {
    while (told < until) {
      const batch = optimizer.ask(BATCH);
      told += batch.length;
      optimizer.tell(
        batch.map(({ id, coordinates }) => {
          const objective = coordinates.reduce((sum, x, k) => sum + (k + 1) * (x - 0.4) ** 2, 0);
          return { id, status: "ok" as const, objectives: [objective], violation: 0 };
        }),
      );
    }
  };
  return MARKS.map((mark) => {
    askAndTell(mark);
    const [before, toldBefore] = [process.cpuUsage(), told];
    askAndTell(mark + WINDOW);
    const { user, system } = process.cpuUsage(before);
    return (user + system) / (told - toldBefore);
  });
}

console.log(`share of targets after ${AFTER.join(", ")} evaluations; us an evaluation after ${MARKS.join(", ")}`);
for (const entry of entries) {
  const found = shares(entry).map((share) => share.toFixed(3));
  const times = overhead_us(entry).map((time) => time.toFixed(1).padStart(7));
  console.log(`${entry.title.padEnd(34)} ${found.join(" ")}   ${times.join(" ")}`);
}
