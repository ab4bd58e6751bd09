import { setImmediate } from "node:timers/promises";

/** Longest time for which computing holds up the program around it. */
const LONGEST_MS = 20;

let last_ms = 0;

/**
 * Let timers, signals and other work of the program run, where they have waited for {@link LONGEST_MS}; cheap enough to be called after
 * every candidate.
 */
export async function breathe(): Promise<void> {
  if (performance.now() - last_ms < LONGEST_MS) return;
  await setImmediate();
  last_ms = performance.now();
}
