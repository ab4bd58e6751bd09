import { isFeasible } from "@neurofront/core";
import { attainmentSurface } from "@neurofront/pareto";
import type { Entrant } from "./entrant.ts";

/** A corner of a surface: no run of the level does better than this energy at this delay. */
export interface EnergyDelayCorner {
  readonly delay_s: number;
  readonly energy_J: number;
}

/** What runs of one entrant attain in delay and energy. */
export interface Attainment {
  readonly entrant: string;
  readonly runs: number;
  /** What at least one run attains. */
  readonly best: readonly EnergyDelayCorner[];
  /** What at least half of the runs attain. */
  readonly median: readonly EnergyDelayCorner[];
  /** What every run attains; empty when a run has no feasible design. */
  readonly worst: readonly EnergyDelayCorner[];
}

/** Attainment surfaces over the runs of an entrant; with one run all three are its own front in delay and energy. */
export function attainmentOf({ name, runs }: Entrant): Attainment {
  const points = runs.map(({ candidates }) =>
    candidates.flatMap((record): [number, number][] => {
      const { delay, energy } = record.assessment.metrics;
      return isFeasible(record) && delay !== undefined && energy !== undefined ? [[delay, energy]] : [];
    }),
  );
  const surface = (level: number): EnergyDelayCorner[] =>
    attainmentSurface(points, level).map(([delay_s, energy_J]) => ({ delay_s, energy_J }));
  return {
    entrant: name,
    runs: runs.length,
    best: surface(1),
    median: surface(Math.ceil(runs.length / 2)),
    worst: surface(runs.length),
  };
}
