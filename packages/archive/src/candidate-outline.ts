import type { MetricName } from "@neurofront/core";
import { METRIC_COLUMNS } from "./schema.ts";

/** What tables and figures of many candidates need of one: what stands in columns of its own, nothing unpacked. */
export interface CandidateOutline {
  readonly search: string;
  readonly candidate: number;
  readonly status: "ok" | "impossible";
  /** Sum of relative violations; 0 is feasible. */
  readonly violation: number;
  /** Code of the worst broken rule; null where none is broken. */
  readonly reason: string | null;
  /** Null where the technology has but one. */
  readonly fidelity: string | null;
  /** Minimised objectives in the study's order; empty when impossible. */
  readonly objectives: readonly number[];
  /** Those that were asked for and that the candidate has. */
  readonly metrics: Readonly<Partial<Record<MetricName, number>>>;
}

/** How much of an archive has been read: row numbers, which only grow. */
export interface ReadMark {
  readonly candidates: number;
  readonly revisions: number;
}

/** Who goes through what was appended to an archive. */
export interface AppendedVisitor {
  /** @param design the searched parameters as JSON: of a hundred thousand designs few are ever looked into */
  candidate(outline: CandidateOutline, design: string): void;
  /** A later judgement, after all candidates; the last one of a candidate counts. */
  revision(outline: CandidateOutline): void;
}

/** What stands in a row before its metrics. */
const BASE = "search, candidate, status, violation, reason, fidelity, objectives";
const BASE_COUNT = 7;

/** The columns of an outline with some metrics, as {@link outlineOf} reads them. */
export function outlineColumns(metrics: readonly MetricName[]): string {
  const columns = metrics.map((metric) => `"${METRIC_COLUMNS.find((each) => each.metric === metric)!.column}"`);
  return [BASE, ...columns].join(", ");
}

/** A row of {@link outlineColumns} as an outline. */
export function outlineOf(row: readonly unknown[], names: readonly MetricName[]): CandidateOutline {
  const metrics: Partial<Record<MetricName, number>> = {};
  names.forEach((metric, index) => {
    const value = row[BASE_COUNT + index];
    if (typeof value === "number") metrics[metric] = value;
  });
  const [search, candidate, status, violation, reason, fidelity, objectives] = row;
  return {
    search: search as string,
    candidate: candidate as number,
    status: status as CandidateOutline["status"],
    violation: violation as number,
    reason: reason as string | null,
    fidelity: fidelity as string | null,
    objectives: JSON.parse(objectives as string) as number[],
    metrics,
  };
}
