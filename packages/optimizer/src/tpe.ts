import type { Design, Dimension, OptimizerModel, Parameters } from "@neurofront/core";
import { hypervolumeSurvivors } from "./hypervolume-survival.ts";
import { firstDesigns, modelSearchParameters } from "./model-search.ts";
import { ParzenMixture } from "./parzen-mixture.ts";
import { SuccessiveSearch } from "./successive-search.ts";
import type { Knowledge } from "./successive-search.ts";

const parameters = {
  ...modelSearchParameters,
  candidates: {
    kind: "integer",
    meaning: "points drawn near good designs for each proposal, of which the most promising is taken",
    source: { kind: "recalled", note: "24", reference: "bergstra2011" },
    low: 1,
    high: 10_000,
    default: 24,
  },
  goodShare: {
    kind: "quantity",
    unit: "1",
    meaning: "share of the designs that count as good, at most 25 of them",
    source: {
      kind: "recalled",
      note: "a tenth, at most 25, as common implementations have it",
      reference: "watanabe2023",
    },
    low: 0.01,
    high: 0.5,
    default: 0.1,
    scale: "linear",
  },
} as const satisfies Parameters;

type Settings = Design<typeof parameters>;

const MOST_GOOD = 25;

/**
 * Tree-structured Parzen estimator (Bergstra, Bardenet, Bengio and Kegl, NeurIPS 2011) for several objectives and constraints: the
 * good designs are the best by constrained domination and then by contribution to the hypervolume, in the manner of Ozaki, Tanigaki,
 * Watanabe, Nomura and Onishi, J. Artif. Intell. Res. 73, 1209 (2022).
 */
export const tpe: OptimizerModel<typeof parameters> = {
  role: "optimizer",
  id: "tpe",
  title: "Tree-structured Parzen estimator",
  parameters,
  create: (settings, problem) =>
    new SuccessiveSearch(problem, {
      name: "tpe",
      first: firstDesigns("tpe", settings, problem),
      pendingProposals: settings.pendingProposals,
      propose: (knowledge) => propose(settings, problem.dimensions, knowledge),
      takeNotes: () => [],
    }),
};

/** The candidate whose density among good designs is largest against that among all others; pending ones count as not good. */
function propose(
  settings: Settings,
  dimensions: readonly Dimension[],
  { evaluated, pending, random }: Knowledge,
): Float64Array {
  const placed = evaluated.map((each) => ({ ...each, front: 0 }));
  const size = Math.min(Math.ceil(settings.goodShare * placed.length), MOST_GOOD);
  const good = hypervolumeSurvivors(placed, size);
  const isGood = new Set(good);
  const rest = placed.filter((each) => !isGood.has(each));
  const likely = new ParzenMixture(
    dimensions,
    good.map(({ coordinates }) => coordinates),
  );
  const unlikely = new ParzenMixture(dimensions, [...rest.map(({ coordinates }) => coordinates), ...pending]);
  let best = likely.draw(random);
  let largest = -Infinity;
  for (let k = 0; k < settings.candidates; k++) {
    const point = k === 0 ? best : likely.draw(random);
    const ratio = likely.logDensity(point) - unlikely.logDensity(point);
    if (ratio > largest) {
      largest = ratio;
      best = point;
    }
  }
  return best;
}
