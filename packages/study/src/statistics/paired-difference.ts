import { studentTail } from "./student-tail.ts";

/**
 * Chance, were the means equal, that observations made in pairs lie as far apart as these with `a` below `b`: the one-sided paired
 * t test. Common random numbers make the pairs: what chips do to both candidates cancels.
 *
 * @returns 1 for fewer than three pairs; 0 where every difference is the same and below 0
 */
export function chanceThatBelow(a: ArrayLike<number>, b: ArrayLike<number>): number {
  const count = Math.min(a.length, b.length);
  if (count < 3) return 1;
  let mean = 0;
  for (let k = 0; k < count; k++) mean += (b[k]! - a[k]!) / count;
  let squares = 0;
  for (let k = 0; k < count; k++) squares += (b[k]! - a[k]! - mean) ** 2;
  if (squares === 0) return mean > 0 ? 0 : 1;
  return studentTail(mean / Math.sqrt(squares / (count - 1) / count), count - 1);
}
