import { randomAt } from "@neurofront/core";
import type {
  Design,
  Dimension,
  EvaluatedPoint,
  OptimizerModel,
  Parameters,
  RandomStream,
  SearchProblem,
} from "@neurofront/core";
import { mirrored } from "./operators/mirrored.ts";
import { localSearch } from "./polish/local-search.ts";
import { neighboursOf } from "./polish/neighbours.ts";
import { Scalarisation } from "./scalarisation.ts";
import { isActive, settleInactive, snap, uniformPoint } from "./space.ts";
import { optimizerOf } from "./strategy.ts";
import type { Strategy } from "./strategy.ts";

const parameters = {
  radius: {
    kind: "quantity",
    unit: "1",
    meaning: "half-width of the first trust region, in widths of a range",
    source: { kind: "assumed", note: "a tenth of the range, as users of such methods take" },
    low: 1e-6,
    high: 0.5,
    default: 0.1,
    scale: "log",
  },
} as const satisfies Parameters;

/** Uniform points that are tried beside the start of every search; the best of all begins. */
const TRIED = 2;
/** Parts of the front that a search with several objectives heads for, for every objective past the first. */
const DIRECTIONS = 10;
/** Deviation of a start beside the best design, in widths of the cube. */
const PERTURBATION = 0.2;

/** Local searches by quadratic models, one after another from starts beside the best design and anywhere. */
export const polish: OptimizerModel<typeof parameters> = {
  role: "optimizer",
  id: "polish",
  title: "Local polish",
  parameters,
  create: (settings, problem) => optimizerOf(problem, (_, note) => searches(settings, problem, note)),
};

function* searches(
  { radius }: Design<typeof parameters>,
  { dimensions, objectiveCount, evaluations, seed, evaluatedBefore: before = [] }: SearchProblem,
  note: (sentence: string) => void,
): Strategy {
  const scalarisation = new Scalarisation(objectiveCount, seed);
  scalarisation.observe(before);
  const most = scalarisation.hasWeights ? Math.ceil(evaluations / (DIRECTIONS * (objectiveCount - 1))) : Infinity;
  for (let search = 0; ; search++) {
    const random = randomAt(seed, "polish", search);
    const known = scalarisation.best();
    // The best design is a place to begin first of all, and again under other weights.
    let best = search === 0 || (scalarisation.hasWeights && search % 2 === 0) ? known : undefined;
    if (best === undefined) {
      const started = yield [startOf(dimensions, search, known, random), ...anywhere(dimensions, random)];
      scalarisation.observe(started);
      best = started.toSorted((a, b) => scalarisation.compare(a.score, b.score))[0]!;
    }
    for (;;) {
      const free = activeReals(dimensions, best.coordinates);
      best = yield* localSearch(dimensions, best, { free, radius, evaluations: most }, scalarisation);
      const neighbours = neighboursOf(dimensions, best.coordinates);
      if (neighbours.length === 0) break;
      const tried = yield neighbours;
      scalarisation.observe(tried);
      const better = tried.toSorted((a, b) => scalarisation.compare(a.score, b.score))[0]!;
      if (scalarisation.compare(better.score, best.score) >= 0) break;
      best = better;
    }
    note(`Local search ${search + 1} has ended.`);
    scalarisation.turn();
  }
}

function anywhere(dimensions: readonly Dimension[], random: RandomStream): Float64Array[] {
  return Array.from({ length: TRIED }, () => uniformPoint(dimensions, random));
}

/** The middle of the cube first, then in turn a design beside the best and any one. */
function startOf(
  dimensions: readonly Dimension[],
  search: number,
  best: EvaluatedPoint | undefined,
  random: RandomStream,
): Float64Array {
  if (best === undefined)
    return settleInactive(
      dimensions,
      Float64Array.from(dimensions, (dimension) => snap(dimension, 0.5)),
    );
  if (search % 2 === 0) return uniformPoint(dimensions, random);
  const point = Float64Array.from(best.coordinates, (value, k) =>
    snap(dimensions[k]!, mirrored(value + PERTURBATION * random.normal())),
  );
  return settleInactive(dimensions, point);
}

function activeReals(dimensions: readonly Dimension[], point: Float64Array): number[] {
  return dimensions.flatMap(({ kind }, k) => (kind === "real" && isActive(dimensions, point, k) ? [k] : []));
}
