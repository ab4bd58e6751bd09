import { METRICS } from "@neurofront/core";
import type { MetricName } from "@neurofront/core";
import { countColumn, factorColumn, intervalColumns, metricColumn, numberColumn, textColumn } from "../data-table.ts";
import type { Cell, DataTable } from "../data-table.ts";
import { formatShare } from "../metric-text.ts";
import type { AccountingCross, CrossComparison } from "./cross-comparison.ts";
import type { Crossovers } from "./crossover.ts";

const RANGE_OF_RUNS = "95 % over runs";

/** The tables of a comparison under one accounting, in reading order; those without a row are left out. */
export function compareTables(comparison: CrossComparison, cross: AccountingCross): DataTable[] {
  return [
    bestTable(cross),
    gainTable(comparison.rank, cross),
    ...cross.crossovers.map((crossovers) => crossoverTable(crossovers, cross)),
    volumeTable(comparison, cross),
    relationTable(cross),
  ].filter(({ rows }) => rows.length > 0);
}

/** Corners of the attainment surfaces: the numbers behind the figure. */
export function attainmentTable({ accounting, attainments }: AccountingCross): DataTable {
  const levels = ["best", "median", "worst"] as const;
  return {
    id: `attainment-${accounting}`,
    caption: "Attainment surfaces over runs",
    columns: [
      textColumn("technology", "technology"),
      textColumn("level", "attained by"),
      countColumn("runs", "runs"),
      metricColumn("delay", "delay", "delay"),
      metricColumn("energy", "energy", "energy"),
    ],
    rows: attainments.flatMap((attainment) =>
      levels.flatMap((level) =>
        attainment[level].map(({ delay_s, energy_J }): Cell[] => [
          attainment.entrant,
          level,
          attainment.runs,
          delay_s,
          energy_J,
        ]),
      ),
    ),
  };
}

function bestTable({ accounting, entrants }: AccountingCross): DataTable {
  return {
    id: `best-${accounting}`,
    caption: "Best design of all runs",
    columns: [
      textColumn("technology", "technology"),
      countColumn("runs", "runs"),
      countColumn("feasible_designs", "feasible designs"),
      textColumn("archive", "archive"),
      countColumn("candidate", "candidate"),
      metricColumn("energy", "energy", "energy"),
      metricColumn("delay", "delay", "delay"),
      metricColumn("edp", "edp", "EDP"),
      metricColumn("accuracy", "accuracy", "accuracy"),
      ...intervalColumns("accuracy_of_chips", "on drawn chips, 95 % interval", (name, title) =>
        metricColumn("accuracy", name, title),
      ),
    ],
    rows: entrants.map(({ name, runs, feasible, best }): Cell[] => [
      name,
      runs.length,
      feasible,
      best?.archive,
      best?.candidate,
      best?.metrics.energy,
      best?.metrics.delay,
      best?.metrics.edp,
      best?.metrics.accuracy,
      best?.drawn?.low,
      best?.drawn?.high,
    ]),
  };
}

function gainTable(rank: MetricName, { accounting, gains }: AccountingCross): DataTable {
  return {
    id: `gains-${accounting}`,
    caption: `Gain in ${METRICS[rank].title} of the first over the second`,
    columns: [
      textColumn("of", "technology"),
      textColumn("over", "beats"),
      factorColumn("gain", "gain"),
      ...intervalColumns("gain_over_runs", RANGE_OF_RUNS, factorColumn),
      ...intervalColumns("gain_over_chips", "per correct decision, chips p05 to p95", factorColumn),
      numberColumn("probability", "chance that it beats", "1", formatShare),
      textColumn("runs", "runs"),
    ],
    rows: gains.map(({ of, over, factor, overRuns, overChips, probability, runs }): Cell[] => [
      of,
      over,
      factor,
      overRuns?.low,
      overRuns?.high,
      overChips?.low,
      overChips?.high,
      probability,
      `${countText(runs.of)} against ${countText(runs.over)}`,
    ]),
  };
}

function countText({ all, feasible }: { readonly all: number; readonly feasible: number }): string {
  return all === feasible ? String(all) : `${feasible} of ${all}`;
}

function crossoverTable({ bound, ranked, stretches }: Crossovers, { accounting }: AccountingCross): DataTable {
  const { title } = METRICS[bound.metric];
  const side = bound.kind === "atLeast" ? "at least" : "at most";
  const place = (name: string, head: string) => metricColumn(bound.metric, name, head);
  const superlative = METRICS[ranked].better === "less" ? "Lowest" : "Highest";
  return {
    id: `crossovers-${bound.metric}-${accounting}`,
    caption: `${superlative} ${METRICS[ranked].title} while the bound on the ${title} is tightened`,
    columns: [
      textColumn("technology", "technology"),
      place(`${bound.metric}_bound_from`, `wins from ${side}`),
      place(`${bound.metric}_bound_to`, `to ${side}`),
      ...intervalColumns(`${bound.metric}_bound_to_over_runs`, `the latter, ${RANGE_OF_RUNS}`, place),
      metricColumn(ranked, ranked, `${METRICS[ranked].title} at the loose end`),
      textColumn("next", "next there"),
      factorColumn("factor_to_next", "behind by"),
    ],
    rows: stretches.map(({ winner, from, to, toOverRuns, value, next }): Cell[] => [
      winner,
      from,
      to,
      toOverRuns?.low,
      toOverRuns?.high,
      value,
      next?.entrant,
      next?.factor,
    ]),
  };
}

function volumeTable({ objectives }: CrossComparison, { accounting, volumes, reference }: AccountingCross): DataTable {
  const column = (name: string, title: string) =>
    numberColumn(name, title, "1", (value) => String(Number(value.toPrecision(4))));
  const corner = (reference?.metrics ?? [])
    .map(({ metric, value }) => `${METRICS[metric].title} ${metricColumn(metric, "", "").show(value)}`)
    .join(", ");
  const origin = reference?.origin === "given" ? "as given" : "worst of all fronts and a tenth of their span beyond";
  return {
    id: `hypervolume-${accounting}`,
    caption: `Hypervolume of ${objectives.map(({ metric }) => metric).join(" and ")} up to ${corner} (${origin}); costs count in decades`,
    columns: [
      textColumn("technology", "technology"),
      column("of_all_runs", "all runs together"),
      column("lowest_run", "lowest run"),
      column("median_run", "median"),
      column("highest_run", "highest"),
      countColumn("front_points", "points"),
      countColumn("points_beyond_reference", "beyond the reference"),
    ],
    rows: volumes.map(({ entrant, ofAllRuns, byRun, lowest, median, highest, points, beyondReference }): Cell[] => [
      entrant,
      ofAllRuns,
      ...(byRun.length > 1 ? [lowest, median, highest] : [undefined, undefined, undefined]),
      points,
      beyondReference,
    ]),
  };
}

function relationTable({ accounting, relations }: AccountingCross): DataTable {
  const areFactors = relations.every(({ epsilonFactor }) => epsilonFactor !== undefined);
  return {
    id: `relations-${accounting}`,
    caption: "Front of the first against that of the second, all runs together",
    columns: [
      textColumn("of", "technology"),
      textColumn("to", "against"),
      numberColumn("additive_epsilon", "additive epsilon", "1", (value) => String(Number(value.toPrecision(3)))),
      ...(areFactors ? [factorColumn("epsilon_factor", "as a factor on every objective")] : []),
      numberColumn("coverage", "coverage", "1", formatShare),
    ],
    rows: relations.map(({ of, to, epsilon, epsilonFactor, coverage }): Cell[] => [
      of,
      to,
      epsilon,
      ...(areFactors ? [epsilonFactor] : []),
      coverage,
    ]),
  };
}
