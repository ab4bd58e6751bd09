import { nonDominated } from "@neurofront/core";
import type { CandidateRecord } from "@neurofront/core";
import { additiveEpsilon, coverage, hypervolume, sampledHypervolume } from "@neurofront/pareto";
import type { Entrant } from "./entrant.ts";
import type { ObjectiveAxis } from "./objective-axis.ts";

/** Objectives up to which the hypervolume is exact. */
const EXACT_OBJECTIVES = 4;
const SAMPLES = 20_000;

/** What the fronts of one entrant dominate up to the common reference point, in the product of the axes' units. */
export interface FrontVolume {
  readonly entrant: string;
  /** Of the front of all runs together. */
  readonly ofAllRuns: number;
  /** Of every run, in their order. */
  readonly byRun: readonly number[];
  readonly lowest: number;
  readonly median: number;
  readonly highest: number;
  /** Points of the front of all runs that do not lie below the reference and so count nothing. */
  readonly beyondReference: number;
  readonly points: number;
}

/** How the front of one entrant stands to that of another, both of all runs. */
export interface FrontRelation {
  readonly of: string;
  readonly to: string;
  /** The least step on all axes that brings the front `of` to every point of `to`; at most 0 when nothing of `to` is ahead. */
  readonly epsilon: number;
  /** The step as a factor on every objective; absent unless all axes are logarithmic. */
  readonly epsilonFactor?: number;
  /** Share of the points of `to` that a point of `of` dominates or equals. */
  readonly coverage: number;
}

/** A front as points on the axes. */
export function placesOf(front: readonly CandidateRecord[], axes: readonly ObjectiveAxis[]): number[][] {
  return front.map(({ objectives }) => axes.map(({ place }, k) => place(objectives[k]!)));
}

/** The front of all runs together. */
export function pooledFront({ runs }: Entrant): CandidateRecord[] {
  return nonDominated(
    runs.flatMap(({ front }) => front),
    ({ objectives }) => objectives,
  );
}

/** The hypervolumes of an entrant; exact up to four objectives, from {@link SAMPLES} points beyond. */
export function frontVolume(
  entrant: Entrant,
  axes: readonly ObjectiveAxis[],
  reference: readonly number[],
): FrontVolume {
  const volume = (front: readonly CandidateRecord[]): number => {
    const places = placesOf(front, axes);
    return axes.length <= EXACT_OBJECTIVES
      ? hypervolume(places, reference)
      : sampledHypervolume(places, reference, SAMPLES, 0).volume;
  };
  const pooled = pooledFront(entrant);
  const byRun = entrant.runs.map(({ front }) => volume(front));
  const sorted = byRun.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  return {
    entrant: entrant.name,
    ofAllRuns: volume(pooled),
    byRun,
    lowest: sorted[0]!,
    median: (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2,
    highest: sorted.at(-1)!,
    beyondReference: placesOf(pooled, axes).filter((point) => point.some((value, k) => value >= reference[k]!)).length,
    points: pooled.length,
  };
}

/** Every entrant with a front against every other. */
export function frontRelations(entrants: readonly Entrant[], axes: readonly ObjectiveAxis[]): FrontRelation[] {
  const fronts = entrants
    .map((entrant) => ({ name: entrant.name, places: placesOf(pooledFront(entrant), axes) }))
    .filter(({ places }) => places.length > 0);
  const areFactors = axes.every(({ isLogarithmic }) => isLogarithmic);
  return fronts.flatMap((of) =>
    fronts.flatMap((to) => {
      if (of === to) return [];
      const epsilon = additiveEpsilon(of.places, to.places);
      return [
        {
          of: of.name,
          to: to.name,
          epsilon,
          ...(areFactors && { epsilonFactor: 10 ** epsilon }),
          coverage: coverage(of.places, to.places),
        },
      ];
    }),
  );
}
