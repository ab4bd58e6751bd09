import type { CandidateRecord } from "./archive.ts";
import { nonDominated } from "./dominance.ts";
import { METRICS } from "./metric.ts";
import type { MetricName } from "./metric.ts";

/** The feasible, non-dominated candidates of a search, of those at the highest fidelity that it has used. */
export function frontOf(records: readonly CandidateRecord[]): CandidateRecord[] {
  return nonDominated(atHighestFidelity(records).filter(isFeasible), ({ objectives }) => objectives);
}

/**
 * The feasible candidate that is best in one metric, of those at the highest fidelity of their search; undefined when none is
 * feasible. The first of equals.
 */
export function bestOf(records: readonly CandidateRecord[], rank: MetricName): CandidateRecord | undefined {
  const sign = METRICS[rank].better === "less" ? 1 : -1;
  let best: CandidateRecord | undefined;
  let bestValue = Infinity;
  for (const record of atHighestFidelity(records)) {
    if (!isFeasible(record)) continue;
    const value = record.assessment.metrics[rank];
    if (value === undefined || sign * value >= bestValue) continue;
    best = record;
    bestValue = sign * value;
  }
  return best;
}

/** Possible, valid and within the study's constraints. */
export function isFeasible(record: CandidateRecord): boolean {
  return record.assessment.status === "ok" && record.violation === 0;
}

/** How many lower fidelities a candidate has passed. */
export function rungOf({ assessment }: CandidateRecord): number {
  return assessment.lower?.length ?? 0;
}

/** The candidates that are known at the highest fidelity used in their search: numbers of different fidelities do not compete. */
function atHighestFidelity(records: readonly CandidateRecord[]): readonly CandidateRecord[] {
  const highest = new Map<string, number>();
  for (const record of records) {
    const rung = rungOf(record);
    if (rung > (highest.get(record.search) ?? 0)) highest.set(record.search, rung);
  }
  return highest.size === 0
    ? records
    : records.filter((record) => rungOf(record) === (highest.get(record.search) ?? 0));
}
