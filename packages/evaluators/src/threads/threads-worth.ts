/** To wake a thread takes a tenth of a millisecond of the processor: it is not done for less work than this. */
const WORTH_MS = 0.3;

/**
 * How many threads so many requests are worth: one at least, and no more than there are requests.
 *
 * @param cost_ms of a request; Infinity while nobody knows
 */
export function threadsWorth(requests: number, cost_ms: number): number {
  return Math.min(requests, Math.max(1, Math.floor((requests * cost_ms) / WORTH_MS)));
}
