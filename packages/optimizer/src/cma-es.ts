import { randomAt } from "@neurofront/core";
import type { Design, OptimizerModel, Parameters, SearchProblem } from "@neurofront/core";
import { encodingOf } from "./cma-es/encoding.ts";
import { RESTARTS, runSizes } from "./cma-es/restarts.ts";
import { runOf } from "./cma-es/run.ts";
import { Scalarisation } from "./scalarisation.ts";
import { uniformPoint } from "./space.ts";
import { optimizerOf } from "./strategy.ts";
import type { Strategy } from "./strategy.ts";

const parameters = {
  population: {
    kind: "integer",
    meaning: "designs of one generation of the first run; 0 chooses by the number of dimensions",
    source: { kind: "recalled", note: "table 1: 4 + 3 ln(dimensions)", reference: "hansen2016" },
    low: 0,
    high: 10_000,
    default: 0,
  },
  deviation: {
    kind: "quantity",
    unit: "1",
    meaning: "standard deviation of the first generation, in widths of a range",
    source: {
      kind: "assumed",
      note: "0.1 and 0.2 solve 0.67 of the test targets in 1000 evaluations a dimension, 0.3 solves 0.63",
    },
    low: 1e-6,
    high: 10,
    default: 0.2,
    scale: "log",
  },
  restarts: {
    kind: "choice",
    options: RESTARTS,
    meaning: "population of a run after another: doubled, doubled and small in turn, or the same",
    source: { kind: "recalled", note: "both kinds of runs spend equally much", reference: "hansen2009" },
    default: "bipop",
  },
} as const satisfies Parameters;

/** Populations are doubled up to this. */
const LARGEST_POPULATION = 5000;
/** Parts of the front that a search with several objectives heads for, for every objective past the first. */
const DIRECTIONS = 10;

/** CMA-ES (Hansen, The CMA evolution strategy: a tutorial, arXiv:1604.00772) with restarts, on mixed spaces. */
export const cmaEs: OptimizerModel<typeof parameters> = {
  role: "optimizer",
  id: "cma-es",
  title: "CMA-ES",
  parameters,
  create: (settings, problem) => optimizerOf(problem, (_, note) => runs(settings, problem, note)),
};

function* runs(
  settings: Design<typeof parameters>,
  problem: SearchProblem,
  note: (sentence: string) => void,
): Strategy {
  const { dimensions, objectiveCount, seed, evaluatedBefore: before = [] } = problem;
  const encoding = encodingOf(dimensions);
  const count = encoding.partCounts.length;
  const scalarisation = new Scalarisation(objectiveCount, seed);
  scalarisation.observe(before);
  const population = Math.max(settings.population || 4 + Math.floor(3 * Math.log(Math.max(count, 1))), 2);
  const sizes = runSizes(
    settings.restarts,
    population,
    Math.max(population, LARGEST_POPULATION),
    randomAt(seed, "cma-es", "sizes"),
  );
  const evaluations = scalarisation.hasWeights
    ? Math.ceil(problem.evaluations / (DIRECTIONS * (objectiveCount - 1)))
    : Infinity;
  let size = sizes.next().value;
  for (let run = 0; ; run++) {
    const random = randomAt(seed, "cma-es", "start", run);
    // The best design is a place to begin first of all, and again under other weights.
    const known = scalarisation.hasWeights || run === 0 ? scalarisation.best() : undefined;
    const anywhere =
      run === 0 ? new Float64Array(count).fill(0.5) : encoding.numbersOf(uniformPoint(dimensions, random));
    const start = {
      mean: known === undefined ? anywhere : encoding.numbersOf(known.coordinates),
      deviation: settings.deviation * size.deviationFactor,
      population: size.population,
      evaluations,
    };
    const end = yield* runOf(start, encoding, scalarisation, (generation) => randomAt(seed, "cma-es", run, generation));
    note(
      `Run ${run + 1} of CMA-ES, ${size.population} designs a generation, ended after ${end.evaluations} evaluations: ${end.reason}.`,
    );
    scalarisation.turn();
    size = sizes.next(end.evaluations).value;
  }
}
