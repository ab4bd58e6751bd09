import type { AssessmentAnswer, AssessmentRequest, Evaluator } from "@neurofront/study";
import { openLane } from "./lane.ts";
import type { Lane, ThreadSettings } from "./lane.ts";

/** A thread is given so much to do at a time: little enough that all finish together, enough that giving costs nothing. */
const CHUNK_MS = 20;
/** And no less than this at a time, where there is as much: it takes a tenth of a millisecond to give something out. */
const LEAST_MS = 1;

/**
 * An evaluator on threads of this process. A candidate stays with its thread, which has it ready for more chips, unless another
 * thread has nothing left to do.
 *
 * @throws whatever keeps a thread from starting
 */
export async function threadEvaluator(threads: number, settings: ThreadSettings): Promise<Evaluator> {
  const lanes = Array.from({ length: threads }, () => openLane(settings));
  try {
    await Promise.all(lanes.map((lane) => lane.start()));
  } catch (error) {
    await closeAll(lanes);
    throw error;
  }
  let homes = new Map<string, number>();
  /** Mean of the last chunks. */
  let cost_ms = CHUNK_MS;
  return {
    async evaluate(requests, { signal } = {}) {
      const answers: AssessmentAnswer[] = Array.from({ length: requests.length });
      const shares = shared(requests, homes, lanes.length);
      homes = new Map();
      const work = lanes.map(async (lane, own) => {
        for (;;) {
          const chunk = taken(shares, own, cost_ms);
          if (chunk.length === 0) return;
          const result = await lane.compute(
            chunk.map((index) => requests[index]!),
            signal,
          );
          cost_ms = Math.max(1e-3, 0.7 * cost_ms + (0.3 * result.time_ms) / chunk.length);
          for (const [k, index] of chunk.entries()) {
            answers[index] = result.answers[k]!;
            homes.set(keyOf(requests[index]!), own);
          }
        }
      });
      // All, so that nothing is left computing when one has failed.
      const ends = await Promise.allSettled(work);
      for (const end of ends) if (end.status === "rejected") throw end.reason;
      return answers;
    },
    close: () => closeAll(lanes),
  };
}

async function closeAll(lanes: readonly Lane[]): Promise<void> {
  await Promise.all(lanes.map((lane) => lane.close()));
}

function keyOf({ search, candidate }: AssessmentRequest): string {
  return `${search} ${candidate}`;
}

/** Indices of requests by lane: each to its home, the homeless to who has least. */
function shared(requests: readonly AssessmentRequest[], homes: ReadonlyMap<string, number>, lanes: number): number[][] {
  const shares: number[][] = Array.from({ length: lanes }, () => []);
  const homeless: number[] = [];
  for (const [index, request] of requests.entries()) {
    const home = homes.get(keyOf(request));
    if (home === undefined) homeless.push(index);
    else shares[home]!.push(index);
  }
  for (const index of homeless)
    shares.reduce((least, share) => (share.length < least.length ? share : least)).push(index);
  return shares;
}

/** The next of a lane's own share, at most half of it while that is worth while; when that is done, from the end of the longest other. */
function taken(shares: readonly number[][], own: number, cost_ms: number): number[] {
  const count = ({ length }: readonly number[]): number =>
    Math.min(
      length,
      Math.max(1, Math.round(LEAST_MS / cost_ms), Math.min(Math.ceil(length / 2), Math.round(CHUNK_MS / cost_ms))),
    );
  const share = shares[own]!;
  if (share.length > 0) return share.splice(0, count(share));
  const longest = shares.reduce((most, other) => (other.length > most.length ? other : most));
  return longest.length === 0 ? [] : longest.splice(-count(longest));
}
