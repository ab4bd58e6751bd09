import type { CandidateRecord } from "./archive.ts";
import { nonDominated } from "./dominance.ts";
import { METRICS } from "./metric.ts";
import type { MetricName } from "./metric.ts";

/** The feasible, non-dominated candidates of a search. */
export function frontOf(records: readonly CandidateRecord[]): CandidateRecord[] {
  return nonDominated(records.filter(isFeasible), ({ objectives }) => objectives);
}

/** The feasible candidate that is best in one metric; undefined when none is feasible. The first of equals. */
export function bestOf(records: readonly CandidateRecord[], rank: MetricName): CandidateRecord | undefined {
  const sign = METRICS[rank].better === "less" ? 1 : -1;
  let best: CandidateRecord | undefined;
  let bestValue = Infinity;
  for (const record of records) {
    const value = record.assessment.metrics[rank];
    if (!isFeasible(record) || value === undefined || sign * value >= bestValue) continue;
    best = record;
    bestValue = sign * value;
  }
  return best;
}

/** Possible, valid and within the study's constraints. */
export function isFeasible(record: CandidateRecord): boolean {
  return record.assessment.status === "ok" && record.violation === 0;
}
