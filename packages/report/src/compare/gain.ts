import { randomAt } from "@neurofront/core";
import type { MetricName } from "@neurofront/core";
import { chipCost, designCost } from "./chip-cost.ts";
import type { Entrant, EntrantRun } from "./entrant.ts";

/** Draws of the bootstrap over runs. */
const RESAMPLES = 2000;
/** Chips per run that stand for its distribution. */
const CHIPS = 100;

/** An interval of a factor. */
export interface FactorInterval {
  readonly low: number;
  readonly high: number;
}

/** By what factor one entrant beats another in the rank's metric, and how sure that is. */
export interface Gain {
  /** The one whose best designs are better. */
  readonly of: string;
  readonly over: string;
  /** At least 1: the ratio of the geometric means of the best designs of the runs. */
  readonly factor: number;
  /** 95 % interval over runs: percentiles of the bootstrap. Absent when both have one run. */
  readonly overRuns?: FactorInterval;
  /**
   * Per correct decision: from the 5th-percentile chip of the one against the 95th of the other, to the opposite. Absent where
   * chips were not drawn on both sides.
   */
  readonly overChips?: FactorInterval;
  /**
   * Chance that a random run and chip of the one beats a random run and chip of the other, per correct decision where chips were
   * drawn on both sides. Absent when nothing is uncertain: one run each and no chips.
   */
  readonly probability?: number;
  readonly runs: { readonly of: RunCount; readonly over: RunCount };
}

/** Runs of an entrant, and those of them that found a feasible design. */
export interface RunCount {
  readonly all: number;
  readonly feasible: number;
}

/** Every pair of entrants with feasible designs, the better one first; the closest pairs first for each. */
export function gainsOf(entrants: readonly Entrant[], rank: MetricName): Gain[] {
  const ranked = entrants
    .flatMap((entrant) => {
      const costs = costsOf(entrant, rank);
      return costs.length === 0 ? [] : [{ entrant, costs, mean: geometricMean(costs) }];
    })
    .toSorted((a, b) => a.mean - b.mean);
  return ranked.flatMap((of, index) =>
    ranked.slice(index + 1).map((over): Gain => {
      const overRuns = intervalOverRuns(of.costs, over.costs, `${of.entrant.name} ${over.entrant.name}`);
      const overChips = intervalOverChips(of.entrant, over.entrant, rank);
      const probability = chance(of.entrant, over.entrant, rank);
      return {
        of: of.entrant.name,
        over: over.entrant.name,
        factor: over.mean / of.mean,
        ...(overRuns && { overRuns }),
        ...(overChips && { overChips }),
        ...(probability !== undefined && { probability }),
        runs: { of: runCount(of.entrant, of.costs), over: runCount(over.entrant, over.costs) },
      };
    }),
  );
}

function costsOf({ runs }: Entrant, rank: MetricName): number[] {
  return runs.flatMap((run) => designCost(run, rank) ?? []).filter((cost) => cost > 0 && Number.isFinite(cost));
}

function runCount({ runs }: Entrant, costs: readonly number[]): RunCount {
  return { all: runs.length, feasible: costs.length };
}

function geometricMean(values: readonly number[]): number {
  return Math.exp(values.reduce((sum, value) => sum + Math.log(value), 0) / values.length);
}

/** Percentile bootstrap (Efron, Ann. Statist. 7, 1 (1979)): runs of both sides drawn again with replacement, each side by itself. */
function intervalOverRuns(of: readonly number[], over: readonly number[], address: string): FactorInterval | undefined {
  if (of.length < 2 && over.length < 2) return undefined;
  const random = randomAt(0, "gain-over-runs", address);
  const drawn = (costs: readonly number[]): number =>
    geometricMean(costs.map(() => costs[random.integer(costs.length)]!));
  const factors = Float64Array.from({ length: RESAMPLES }, () => drawn(over) / drawn(of)).toSorted();
  return { low: factors[Math.round(0.025 * (RESAMPLES - 1))]!, high: factors[Math.round(0.975 * (RESAMPLES - 1))]! };
}

function intervalOverChips(of: Entrant, over: Entrant, rank: MetricName): FactorInterval | undefined {
  const meanAt = (entrant: Entrant, share: number): number | undefined => {
    const costs = feasibleRuns(entrant, rank).map((run) => chipCost(run, rank, share));
    return costs.length === 0 || costs.includes(undefined) ? undefined : geometricMean(costs as number[]);
  };
  const [ofWorst, ofBest, overWorst, overBest] = [
    meanAt(of, 0.05),
    meanAt(of, 0.95),
    meanAt(over, 0.05),
    meanAt(over, 0.95),
  ];
  if (ofWorst === undefined || ofBest === undefined || overWorst === undefined || overBest === undefined)
    return undefined;
  return { low: overBest / ofWorst, high: overWorst / ofBest };
}

function feasibleRuns({ runs }: Entrant, rank: MetricName): EntrantRun[] {
  return runs.filter((run) => designCost(run, rank) !== undefined);
}

function chance(of: Entrant, over: Entrant, rank: MetricName): number | undefined {
  const chips = hasChips(of, rank) && hasChips(over, rank);
  if (!chips && of.runs.length < 2 && over.runs.length < 2) return undefined;
  const costs = (entrant: Entrant): number[] =>
    entrant.runs.flatMap((run) =>
      chips
        ? Array.from({ length: CHIPS }, (_, chip) => chipCost(run, rank, (chip + 0.5) / CHIPS) ?? Infinity)
        : [designCost(run, rank) ?? Infinity],
    );
  return chanceBelow(costs(of), costs(over));
}

function hasChips(entrant: Entrant, rank: MetricName): boolean {
  return feasibleRuns(entrant, rank).every(({ drawn }) => drawn !== undefined);
}

/** Chance that a random value of one list lies below a random value of the other; equal ones count half. */
function chanceBelow(values: readonly number[], others: readonly number[]): number {
  const sorted = Float64Array.from(others).toSorted();
  const before = (value: number, isCounted: (other: number) => boolean): number => {
    let [low, high] = [0, sorted.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isCounted(sorted[middle]!)) low = middle + 1;
      else high = middle;
    }
    return low;
  };
  let sum = 0;
  for (const value of values) {
    const below = before(value, (other) => other < value);
    const notAbove = before(value, (other) => other <= value);
    sum += sorted.length - notAbove + (notAbove - below) / 2;
  }
  return sum / (values.length * others.length);
}
