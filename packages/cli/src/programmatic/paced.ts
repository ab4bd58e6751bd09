import { setImmediate } from "node:timers/promises";
import type { Progress } from "@neurofront/study";

/** An engine that tells progress after each batch, has then stored it, and goes on from what is stored when it is started again. */
export type Engine = (onProgress: (progress: Progress) => void) => void | Promise<void>;

/** Longest time for which an engine that does not return holds up the program. */
const SLICE_MS = 300;
/** Of a slice, how much may go into telling the engine again what is stored. */
const REPLAY_SHARE = 0.1;

/** Thrown into a synchronous engine to get it to return. */
const PAUSE: unique symbol = Symbol("pause");

/**
 * Run an engine so that the program around it lives: progress arrives while it runs and a signal stops it between two batches. An
 * engine that returns a promise is left alone. A synchronous one is stopped every {@link SLICE_MS} and started again, which it
 * answers from what it has stored; the slices grow with the time which that takes.
 *
 * @throws the signal's reason when it stops the run, and whatever the engine throws
 */
export async function paced(
  engine: Engine,
  onProgress: (progress: Progress) => void,
  signal?: AbortSignal,
): Promise<void> {
  const last = { search: 0, verify: 0 };
  let slice_ms = SLICE_MS;
  for (;;) {
    signal?.throwIfAborted();
    const begun_ms = performance.now();
    let isInside = true;
    let replay_ms = 0;
    const listen = (progress: Progress): void => {
      signal?.throwIfAborted();
      if (progress.totalDone <= last[progress.stage]) {
        replay_ms = performance.now() - begun_ms;
        return;
      }
      slice_ms = Math.max(slice_ms, replay_ms / REPLAY_SHARE);
      last[progress.stage] = progress.totalDone;
      onProgress(progress);
      signal?.throwIfAborted();
      if (isInside && performance.now() - begun_ms > slice_ms) throw PAUSE;
    };
    try {
      const running = engine(listen);
      isInside = false;
      await running;
      return;
    } catch (error) {
      if (error !== PAUSE) throw error;
    }
    await setImmediate();
  }
}
