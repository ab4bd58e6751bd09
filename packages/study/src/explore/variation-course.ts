import { assessCandidate, withChips } from "@neurofront/system";
import type { VariationCourse } from "@neurofront/core";
import type { ExploredSearch } from "./explored-search.ts";

const FACTORS = [0, 0.5, 1, 1.5, 2, 3];
/** Chips at each factor, of those that the study verifies with. */
const MOST_CHIPS = 24;
/** Evaluations of a search below which its best design gets no chips of its own. */
const LEAST_EVALUATIONS = 200;

/** Accuracy of the best design with less and more spread from device to device than its models have. */
export function variationCourse({
  study,
  search,
  models,
  context,
  best,
  evaluations,
}: ExploredSearch): VariationCourse {
  const count = evaluations < LEAST_EVALUATIONS ? 0 : Math.min(MOST_CHIPS, study.variation.chips);
  return {
    search: search.name,
    candidate: best.candidate,
    points: FACTORS.flatMap((factor) => {
      const noise = { ...context.noise, deviceSpread: true, spreadFactor: factor };
      const { assessment, drawChips } = assessCandidate(models, best.design, search.accounting, { ...context, noise });
      const { accuracy } = assessment.metrics;
      if (accuracy === undefined) return [];
      if (count === 0 || drawChips === undefined) return [{ factor, accuracy }];
      const { p05, p50, p95 } = withChips(assessment, drawChips({ from: 0, to: count }), context.workload).monteCarlo!
        .clean;
      return [{ factor, accuracy, chips: { count, p05, p50, p95 } }];
    }),
  };
}
