import type { Design, EvaluatedPoint, OptimizerModel, Parameters, RandomStream, SearchProblem } from "@neurofront/core";
import { maximise } from "./acquisition/maximise.ts";
import type { Region } from "./acquisition/maximise.ts";
import { Worth } from "./acquisition/worth.ts";
import { hypervolumeSurvivors } from "./hypervolume-survival.ts";
import { firstDesignCount, firstDesigns, modelSearchParameters } from "./model-search.ts";
import { SuccessiveSearch } from "./successive-search.ts";
import type { Knowledge } from "./successive-search.ts";
import { SurrogateBuilder } from "./surrogate.ts";
import type { Goals } from "./surrogate.ts";
import { trustRegionEdge } from "./trust-region.ts";

const parameters = {
  ...modelSearchParameters,
  modelled: {
    kind: "integer",
    meaning: "designs that enter the models at most; beyond, the better half by rank and the latest of the others",
    source: { kind: "assumed", note: "the time of a proposal grows as its square, that of a fit as its cube" },
    low: 20,
    high: 2000,
    default: 300,
  },
} as const satisfies Parameters;

type Settings = Design<typeof parameters>;

/** Dimensions beyond which models are trusted near the best designs only. */
const WHOLE_SPACE_DIMENSIONS = 15;
/** Objectives that are modelled one by one. */
const MOST_OBJECTIVES = 3;
/** Share of the plain sum in the augmented Tchebycheff function. */
const SUM_SHARE = 0.05;
/** Good designs that searches of the next proposal begin near. */
const GOOD = 16;

/**
 * Bayesian optimisation with Gaussian processes: a Latin hypercube, then each design where the logarithm of the expected
 * hypervolume improvement times the probability of being feasible is largest (Ament, Daulton, Eriksson, Balandat and Bakshy,
 * NeurIPS 2023).
 */
export const gpSearch: OptimizerModel<typeof parameters> = {
  role: "optimizer",
  id: "gp",
  title: "Gaussian processes with expected hypervolume improvement",
  parameters,
  create(settings, problem) {
    const initial = firstDesignCount(settings, problem);
    const builder = new SurrogateBuilder(problem.dimensions, initial);
    let notes = firstNotes(problem);
    return new SuccessiveSearch(problem, {
      name: "gp",
      first: firstDesigns("gp", settings, problem),
      pendingProposals: settings.pendingProposals,
      propose: (knowledge) => propose(settings, problem, builder, initial, knowledge),
      takeNotes() {
        const taken = notes;
        notes = [];
        return taken;
      },
    });
  },
};

function firstNotes({ objectiveCount }: SearchProblem): string[] {
  if (objectiveCount <= MOST_OBJECTIVES) return [];
  return [
    `${objectiveCount} objectives: each proposal improves one weighted Tchebycheff function of them, with other weights each time, since the hypervolume improvement is computed for up to ${MOST_OBJECTIVES}.`,
  ];
}

function propose(
  settings: Settings,
  problem: SearchProblem,
  builder: SurrogateBuilder,
  initial: number,
  { evaluated, pending, random }: Knowledge,
): Float64Array {
  const { dimensions, objectiveCount } = problem;
  const goals =
    objectiveCount <= MOST_OBJECTIVES ? (objectives: readonly number[]) => objectives : tchebycheff(evaluated, random);
  const modelled = selected(evaluated, settings.modelled);
  const worth = new Worth(builder.build(goals, modelled, pending));
  const good = hypervolumeSurvivors(
    evaluated.map((each) => ({ ...each, front: 0 })),
    GOOD,
  ).map(({ coordinates }) => coordinates);
  return maximise(dimensions, worth, good, regionOf(problem, evaluated, initial, good, random), random);
}

/** The better part by rank, and of the others the latest, in the order of evaluation. */
function selected(evaluated: readonly EvaluatedPoint[], most: number): readonly EvaluatedPoint[] {
  if (evaluated.length <= most) return evaluated;
  const placed = evaluated.map((each) => ({ ...each, front: 0 }));
  const kept = new Set(hypervolumeSurvivors(placed, Math.ceil(most / 2)));
  for (let k = placed.length - 1; kept.size < most; k--) kept.add(placed[k]!);
  return placed.filter((each) => kept.has(each));
}

/** The whole cube, or a box around one of the good designs. */
function regionOf(
  { dimensions, objectiveCount }: SearchProblem,
  evaluated: readonly EvaluatedPoint[],
  initial: number,
  good: readonly Float64Array[],
  random: RandomStream,
): Region {
  const low = new Float64Array(dimensions.length);
  const high = new Float64Array(dimensions.length).fill(1);
  const centre = good[random.integer(objectiveCount === 1 ? 1 : good.length)];
  if (dimensions.length <= WHOLE_SPACE_DIMENSIONS || centre === undefined) return { low, high };
  const edge = trustRegionEdge(evaluated, initial, dimensions.length, objectiveCount);
  for (const [k, { kind }] of dimensions.entries()) {
    if (kind === "category") continue;
    low[k] = Math.max(centre[k]! - edge / 2, 0);
    high[k] = Math.min(centre[k]! + edge / 2, 1);
  }
  return { low, high };
}

/**
 * The augmented Tchebycheff function of ParEGO (Knowles, IEEE Trans. Evol. Comput. 10, 50 (2006)) of objectives relative to their
 * range so far, under weights uniform on the simplex.
 */
function tchebycheff(evaluated: readonly EvaluatedPoint[], random: RandomStream): Goals {
  const rows = evaluated.filter(({ score }) => score.status === "ok").map(({ score }) => score.objectives);
  const width = rows[0]?.length ?? 0;
  const shares = Array.from({ length: width }, () => -Math.log(1 - random.uniform()));
  const total = shares.reduce((sum, share) => sum + share, 0);
  const low = shares.map((_, m) => Math.min(...rows.map((row) => row[m]!)));
  const range = low.map((least, m) => Math.max(...rows.map((row) => row[m]!)) - least || 1);
  return (objectives) => {
    const weighted = objectives.map((value, m) => ((shares[m]! / total) * (value - low[m]!)) / range[m]!);
    return [Math.max(...weighted) + SUM_SHARE * weighted.reduce((sum, each) => sum + each, 0)];
  };
}
