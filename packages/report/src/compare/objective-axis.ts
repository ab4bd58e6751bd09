import { METRICS } from "@neurofront/core";
import type { ResolvedObjective } from "@neurofront/core";

/**
 * How an objective is measured where objectives of different units meet. A quantity that is minimised counts in decades, so that
 * a step is the same factor everywhere; what has no unit, and what is maximised, counts as it is. Lower is better on every axis.
 */
export interface ObjectiveAxis {
  readonly objective: ResolvedObjective;
  readonly isLogarithmic: boolean;
  /** From a minimised objective, as records keep it, to the axis. */
  readonly place: (objective: number) => number;
  /** From the axis to the metric. */
  readonly metricAt: (place: number) => number;
}

/** The axis of an objective. */
export function objectiveAxis(objective: ResolvedObjective): ObjectiveAxis {
  const isLogarithmic = objective.goal === "minimize" && METRICS[objective.metric].unit !== "1";
  if (isLogarithmic)
    return {
      objective,
      isLogarithmic,
      place: (value) => Math.log10(Math.max(value, Number.MIN_VALUE)),
      metricAt: (place) => 10 ** place,
    };
  const sign = objective.goal === "minimize" ? 1 : -1;
  return { objective, isLogarithmic, place: (value) => value, metricAt: (place) => sign * place };
}
