import type { ArrayLoad } from "@neurofront/core";

/** How activations come to the kernel arrays of a layer in one inference. */
export interface WindowTraffic {
  readonly positions: number;
  /** Arrays that have work. */
  readonly copies: number;
  /** Positions that the busiest array takes one after the other. */
  readonly rounds: number;
  /** Activations that all arrays fetch from the buffer, over the positions. */
  readonly fetchedPerPosition: number;
  /** Activations that the buffer before the layer holds. */
  readonly stored: number;
}

/**
 * Each array takes a run of neighbouring positions, so that windows that follow each other share activations.
 *
 * A layer of one position is a window of all its inputs. Biases and padding are wired at the rows and never fetched.
 *
 * @param wantedCopies >= 1; no more than the positions are used
 * @param fetch `new`: what the array did not have at the position before
 */
export function windowTraffic(
  { windows, inputCount }: Pick<ArrayLoad, "windows" | "inputCount">,
  wantedCopies: number,
  fetch: "new" | "all",
): WindowTraffic {
  if (windows === undefined)
    return { positions: 1, copies: 1, rounds: 1, fetchedPerPosition: inputCount, stored: inputCount };
  const { positions, gather } = windows;
  const rounds = Math.ceil(positions / Math.min(wantedCopies, positions));
  const stored = new Set<number>();
  let fetched = 0;
  let held = new Set<number>();
  for (let position = 0; position < positions; position++) {
    if (position % rounds === 0 || fetch === "all") held = new Set();
    const window = new Set(
      gather.subarray(position * inputCount, (position + 1) * inputCount).filter((source) => source >= 0),
    );
    for (const source of window) {
      stored.add(source);
      if (!held.has(source)) fetched++;
    }
    held = window;
  }
  return {
    positions,
    copies: Math.ceil(positions / rounds),
    rounds,
    fetchedPerPosition: fetched / positions,
    stored: stored.size,
  };
}
