/** |found / expected - 1|. */
export function relativeError(found: number, expected: number): number {
  return Math.abs(found / expected - 1);
}
