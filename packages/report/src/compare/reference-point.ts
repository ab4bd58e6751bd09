import { METRICS } from "@neurofront/core";
import type { MetricName } from "@neurofront/core";
import { CompareError } from "./compare-error.ts";
import type { ObjectiveAxis } from "./objective-axis.ts";

/** Room beyond the worst point of the fronts, in parts of their span, so that the worst points count too. */
const ROOM = 0.1;
/** Room where all points share a value. */
const LEAST_ROOM = 0.1;

/** The corner from which hypervolumes are measured. */
export interface ReferencePoint {
  /** `given` by the person, or `derived` from the worst of each objective over all fronts, and a tenth of the span beyond. */
  readonly origin: "given" | "derived";
  /** In the order of the objectives, SI. */
  readonly metrics: readonly { readonly metric: MetricName; readonly value: number }[];
  /** The same on the axes. */
  readonly places: readonly number[];
}

/**
 * The reference point that all fronts share.
 *
 * @param fronts points on the axes, of all fronts
 * @param given a value for every objective, SI; undefined derives it
 * @throws CompareError when a given point leaves an objective out
 */
export function referencePoint(
  axes: readonly ObjectiveAxis[],
  fronts: readonly (readonly number[])[],
  given: ReadonlyMap<MetricName, number> | undefined,
): ReferencePoint {
  const places =
    given === undefined ? axes.map((_, k) => derived(fronts.map((point) => point[k]!))) : givenPlaces(axes, given);
  return {
    origin: given === undefined ? "derived" : "given",
    metrics: axes.map(({ objective, metricAt }, k) => ({ metric: objective.metric, value: metricAt(places[k]!) })),
    places,
  };
}

function derived(values: readonly number[]): number {
  const worst = Math.max(...values);
  const span = worst - Math.min(...values);
  return worst + (span > 0 ? ROOM * span : LEAST_ROOM);
}

function givenPlaces(axes: readonly ObjectiveAxis[], given: ReadonlyMap<MetricName, number>): number[] {
  return axes.map(({ objective, place, isLogarithmic }) => {
    const value = given.get(objective.metric);
    const title = METRICS[objective.metric].title;
    if (value === undefined)
      throw new CompareError(
        `the reference point needs a value for every objective; ${objective.metric} (${title}) has none`,
      );
    if (isLogarithmic && !(value > 0))
      throw new CompareError(`the reference point's ${objective.metric} must be above 0, found ${value}`);
    return place(objective.goal === "minimize" ? value : -value);
  });
}
