/** The value that a share of the sorted values lies below. */
export function percentile(values: Iterable<number>, share: number): number {
  const sorted = [...values].toSorted((a, b) => a - b);
  return sorted[Math.floor(share * (sorted.length - 1))]!;
}
