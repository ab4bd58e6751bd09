import type { AssessmentAnswer, AssessmentRequest, Evaluator } from "@neurofront/study";
import { openLane } from "./lane.ts";
import type { Lane, LaneAnswers, ThreadSettings } from "./lane.ts";

/** A thread is given so much to do at a time: little enough that all finish together, enough that giving costs nothing. */
const CHUNK_MS = 20;
/** And no less than this at a time, where there is as much: it takes a tenth of a millisecond to give something out. */
const LEAST_MS = 1;

/** Of a candidate that was computed it is known so long which thread has it ready, in candidates of a thread. */
const KNOWN_HOMES = 64;

/** So many requests for a thread: one is computed, and the next is there when it is done. */
const SLOTS = 2;

/** A request that waits for its answer. */
interface Job {
  readonly request: AssessmentRequest;
  readonly signal: AbortSignal | undefined;
  readonly resolve: (answer: AssessmentAnswer) => void;
  readonly reject: (reason: unknown) => void;
}

/** A thread with what it has to do. */
interface Desk {
  readonly lane: Lane;
  readonly share: Job[];
  /** Jobs that it computes. */
  busy: number;
}

/**
 * An evaluator on threads of this process. A candidate stays with its thread, which has it ready for more chips, unless another
 * thread has nothing left to do. Calls that are made at the same time share the threads.
 *
 * @throws whatever keeps a thread from starting
 */
export async function threadEvaluator(threads: number, settings: ThreadSettings): Promise<Evaluator> {
  const desks = Array.from({ length: threads }, (): Desk => ({
    lane: openLane(settings),
    share: [],
    busy: 0,
  }));
  try {
    await Promise.all(desks.map(({ lane }) => lane.start()));
  } catch (error) {
    await closeAll(desks);
    throw error;
  }
  const homes = new Map<string, Desk>();
  /** Mean of the last chunks. */
  let cost_ms = CHUNK_MS;

  const settle = (desk: Desk, chunk: readonly Job[], { answers, time_ms }: LaneAnswers): void => {
    cost_ms = Math.max(1e-3, 0.7 * cost_ms + (0.3 * time_ms) / chunk.length);
    for (const [k, { request, resolve }] of chunk.entries()) {
      const key = keyOf(request);
      homes.delete(key);
      homes.set(key, desk);
      if (homes.size > KNOWN_HOMES * threads) homes.delete(homes.keys().next().value!);
      resolve(answers[k]!);
    }
  };

  const work = async (desk: Desk): Promise<void> => {
    if (desk.busy > 0) return;
    for (;;) {
      const chunk = taken(desks, desk, cost_ms);
      desk.busy = chunk.length;
      if (chunk.length === 0) return;
      const { signal } = chunk[0]!;
      try {
        const requests = chunk.map(({ request }) => request);
        settle(desk, chunk, await desk.lane.compute(requests, signal));
      } catch (error) {
        for (const { reject } of [...chunk, ...withdrawn(desks, signal)]) reject(error);
      }
    }
  };

  return {
    async evaluate(requests, { signal } = {}) {
      const answers = requests.map((request) => {
        const { promise, resolve, reject } = Promise.withResolvers<AssessmentAnswer>();
        const desk = homes.get(keyOf(request)) ?? leastBusy(desks);
        desk.share.push({ request, signal, resolve, reject });
        return promise;
      });
      for (const desk of desks) void work(desk);
      // All, so that nothing is left computing when one has failed.
      const ends = await Promise.allSettled(answers);
      return ends.map((end) => {
        if (end.status === "rejected") throw end.reason;
        return end.value;
      });
    },
    slots: () => SLOTS * threads,
    close: () => closeAll(desks),
  };
}

async function closeAll(desks: readonly Desk[]): Promise<void> {
  await Promise.all(desks.map(({ lane }) => lane.close()));
}

function keyOf({ search, candidate }: AssessmentRequest): string {
  return `${search} ${candidate}`;
}

function leastBusy(desks: readonly Desk[]): Desk {
  const load = ({ share, busy }: Desk): number => share.length + busy;
  return desks.reduce((least, desk) => (load(desk) < load(least) ? desk : least));
}

/**
 * The next of a desk's own share, at most half of it while that is worth while; when that is done, from the end of the longest other.
 * All of one signal.
 */
function taken(desks: readonly Desk[], own: Desk, cost_ms: number): Job[] {
  const count = ({ length }: readonly Job[]): number =>
    Math.min(
      length,
      Math.max(1, Math.round(LEAST_MS / cost_ms), Math.min(Math.ceil(length / 2), Math.round(CHUNK_MS / cost_ms))),
    );
  const longest = desks.reduce((most, { share }) => (share.length > most.length ? share : most), own.share);
  const chunk =
    own.share.length > 0
      ? own.share.splice(0, count(own.share))
      : longest.splice(longest.length - count(longest), count(longest));
  const others = chunk.findIndex(({ signal }) => signal !== chunk[0]?.signal);
  if (others > 0) own.share.unshift(...chunk.splice(others));
  return chunk;
}

/** Jobs of a signal that nobody has begun, taken away. */
function withdrawn(desks: readonly Desk[], signal: AbortSignal | undefined): Job[] {
  return desks.flatMap(({ share }) => {
    const all = share.splice(0);
    share.push(...all.filter((job) => job.signal !== signal));
    return all.filter((job) => job.signal === signal);
  });
}
