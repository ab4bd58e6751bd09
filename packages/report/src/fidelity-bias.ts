import type { CandidateRecord, MetricName } from "@neurofront/core";

/** How far the numbers of a lower fidelity were off, of the candidates that a higher one has assessed too. */
export interface FidelityBias {
  readonly fidelity: string;
  /** The highest fidelity that its candidates have reached. */
  readonly against: string;
  readonly metric: MetricName;
  /** Candidates with a number of both. */
  readonly count: number;
  /** Lower over higher, less 1. */
  readonly median: number;
  readonly least: number;
  readonly largest: number;
}

/**
 * Compare the fidelities of a search: each candidate with itself at the highest fidelity it has reached.
 *
 * @param records candidates of one search
 */
export function fidelityBiases(records: readonly CandidateRecord[]): FidelityBias[] {
  const errors = new Map<string, { fidelity: string; against: string; metric: MetricName; values: number[] }>();
  for (const { assessment } of records) {
    const { fidelity: against, lower = [], metrics } = assessment;
    for (const { fidelity, metrics: before } of lower) {
      for (const [metric, value] of Object.entries(before) as [MetricName, number][]) {
        const found = metrics[metric];
        if (found === undefined || found === 0 || against === undefined) continue;
        const key = `${fidelity} ${against} ${metric}`;
        const known = errors.get(key) ?? { fidelity, against, metric, values: [] };
        known.values.push(value / found - 1);
        errors.set(key, known);
      }
    }
  }
  return [...errors.values()].map(({ values, ...names }) => {
    const sorted = values.toSorted((a, b) => a - b);
    const middle = (sorted.length - 1) / 2;
    return {
      ...names,
      count: sorted.length,
      median: (sorted[Math.floor(middle)]! + sorted[Math.ceil(middle)]!) / 2,
      least: sorted[0]!,
      largest: sorted.at(-1)!,
    };
  });
}
