/**
 * The non-increasing sequence nearest to `values` in least squares, by pooling adjacent violators (Ayer, Brunk, Ewing, Reid,
 * Silverman, Ann. Math. Stat. 26, 641 (1955)). For shares of equally many runs it is the likeliest such sequence.
 */
export function nonIncreasing(values: readonly number[]): number[] {
  const means: number[] = [];
  const sizes: number[] = [];
  for (const value of values) {
    let mean = value;
    let size = 1;
    while (means.length > 0 && means.at(-1)! < mean) {
      const other = sizes.pop()!;
      mean = (mean * size + means.pop()! * other) / (size + other);
      size += other;
    }
    means.push(mean);
    sizes.push(size);
  }
  return means.flatMap((mean, k) => Array.from({ length: sizes[k]! }, () => mean));
}
