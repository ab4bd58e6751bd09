import type { Outcome } from "./shares.ts";

/** Shares over seeds, and the median of the overhead. */
export interface Summary {
  readonly median: number;
  readonly lower: number;
  readonly upper: number;
  readonly worst: number;
  readonly overhead_us: number;
}

/** @param outcomes of at least one seed */
export function summaryOf(outcomes: readonly Outcome[]): Summary {
  const shares = outcomes.map(({ share }) => share).toSorted((a, b) => a - b);
  const times = outcomes.map(({ overhead_us }) => overhead_us).toSorted((a, b) => a - b);
  return {
    median: quantile(shares, 0.5),
    lower: quantile(shares, 0.25),
    upper: quantile(shares, 0.75),
    worst: shares[0]!,
    overhead_us: quantile(times, 0.5),
  };
}

function quantile(ascending: readonly number[], at: number): number {
  return ascending[Math.round(at * (ascending.length - 1))]!;
}

/** Two digits, as time is no more exact than that. */
export function overheadText(time_us: number): string {
  return Number(time_us.toPrecision(2)).toString();
}

export function shareText(share: number): string {
  return share.toFixed(4);
}
