/** Between two fits the number of observations grows by an eighth. */
const GROWTH = 8;
const FIRST = 4;

/**
 * The number of observations from which the hyperparameters in use at `count` are fitted: the largest of a fixed series up to it.
 * A fit depends on the observations alone, so a resumed search makes one fit, not all that came before.
 */
export function fittedCount(count: number): number {
  let fitted = Math.min(FIRST, count);
  for (let next = fitted; next <= count; next += Math.max(1, Math.floor(next / GROWTH))) {
    fitted = next;
    if (next === 0) break;
  }
  return fitted;
}
