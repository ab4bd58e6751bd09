/** Looks at a thread in a time limit. */
const LOOKS = 8;

/**
 * Tell when a thread has been at one thing for longer than its limit.
 *
 * @param present another number for each thing that it does; undefined while it does nothing
 */
export function watchTime(present: () => number | undefined, limit_s: number, tell: () => void): NodeJS.Timeout {
  let seen: number | undefined;
  let since_ms = 0;
  return setInterval(
    () => {
      const now = present();
      if (now !== seen) since_ms = performance.now();
      seen = now;
      if (now !== undefined && performance.now() - since_ms > 1e3 * limit_s) tell();
    },
    (1e3 * limit_s) / LOOKS,
  );
}
