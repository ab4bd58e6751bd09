import { METRICS, isFeasible } from "@neurofront/core";
import type { CandidateRecord, MetricName, ResolvedStudy } from "@neurofront/core";
import { createFrontArchive, hypervolume, sampledHypervolume } from "@neurofront/pareto";
import type { AccountingComparison } from "./accounting-comparison.ts";
import { placesOf } from "./compare/front-quality.ts";
import { objectiveAxis } from "./compare/objective-axis.ts";
import { referencePoint } from "./compare/reference-point.ts";

/** Places along a search at which the front is measured. */
const STOPS = 40;
const EXACT_OBJECTIVES = 4;
const SAMPLES = 4000;

/** How a search came to its result. */
export interface ConvergenceCourse {
  readonly technology: string;
  readonly technologyIndex: number;
  /** The best feasible design's ranked metric after so many evaluations; a step where it improves, and the end. */
  readonly best: readonly { readonly evaluations: number; readonly value: number }[];
  /** Hypervolume of the front after so many evaluations, relative to that of the fronts of all technologies together. */
  readonly volume: readonly { readonly evaluations: number; readonly share: number }[];
}

/** The course of every search of one accounting, by the last judgement of its candidates. */
export function convergenceCourses(
  { technologies }: AccountingComparison,
  searches: ReadonlyMap<string, readonly CandidateRecord[]>,
  { objectives, rank }: Pick<ResolvedStudy, "objectives" | "rank">,
): ConvergenceCourse[] {
  const axes = objectives.map((objective) => objectiveAxis(objective));
  const fronts = technologies.map(({ front }) => placesOf(front, axes));
  const hasFront = fronts.some(({ length }) => length > 0);
  const reference = hasFront ? referencePoint(axes, fronts.flat(), undefined).places : [];
  const volumeOf = (places: readonly number[][]): number =>
    axes.length <= EXACT_OBJECTIVES
      ? hypervolume(places, reference)
      : sampledHypervolume(places, reference, SAMPLES, 0).volume;
  const whole = hasFront ? volumeOf(fronts.flat()) : 0;
  return technologies.map(({ technology, search }, technologyIndex) => {
    const records = searches.get(search) ?? [];
    return {
      technology,
      technologyIndex,
      best: bestSteps(records, rank),
      volume: whole > 0 ? volumeSteps(records, axes.length, (front) => volumeOf(placesOf(front, axes)) / whole) : [],
    };
  });
}

function bestSteps(records: readonly CandidateRecord[], rank: MetricName): ConvergenceCourse["best"] {
  const sign = METRICS[rank].better === "less" ? 1 : -1;
  const steps: { evaluations: number; value: number }[] = [];
  for (const [index, record] of records.entries()) {
    if (!isFeasible(record)) continue;
    const value = record.assessment.metrics[rank];
    if (value === undefined) continue;
    const known = steps.at(-1)?.value;
    if (known === undefined || sign * value < sign * known) steps.push({ evaluations: index + 1, value });
  }
  const last = steps.at(-1);
  return last === undefined || last.evaluations === records.length
    ? steps
    : [...steps, { evaluations: records.length, value: last.value }];
}

function volumeSteps(
  records: readonly CandidateRecord[],
  objectiveCount: number,
  shareOf: (front: readonly CandidateRecord[]) => number,
): ConvergenceCourse["volume"] {
  const step = Math.max(1, Math.ceil(records.length / STOPS));
  const front = createFrontArchive(objectiveCount);
  let share = 0;
  let hasMoved = false;
  return records.flatMap((record, index) => {
    if (isFeasible(record)) hasMoved = front.add(record.objectives, index) || hasMoved;
    const evaluations = index + 1;
    if (evaluations % step !== 0 && evaluations !== records.length) return [];
    if (hasMoved) share = shareOf(front.ids().map((id) => records[id]!));
    hasMoved = false;
    return [{ evaluations, share }];
  });
}
