import { failedAnswer } from "@neurofront/study";
import type { AssessmentAnswer, AssessmentRequest, Evaluator, Searchers } from "@neurofront/study";
import { CandidateHomes } from "./candidate-homes.ts";
import { openLane } from "./lane.ts";
import type { Lane, LaneFailure, ThreadSettings } from "./lane.ts";
import { RequestBoard } from "./request-board.ts";
import { threadsWorth } from "./threads-worth.ts";
import { ValueWriter } from "./value-stream.ts";

/** Of a candidate whose chips were drawn it is known so long which thread has it ready, in candidates of a thread. */
const KNOWN_HOMES = 64;

/** So many requests for a thread: one is computed, and the next is there when it is done. */
const SLOTS = 2;

/** Requests that threads compute together. */
interface Round {
  readonly board: RequestBoard;
  readonly requests: readonly AssessmentRequest[];
  readonly signal: AbortSignal | undefined;
  readonly take: (request: number, answer: AssessmentAnswer) => void;
  readonly failures: LaneFailure[];
  /** As many lanes as it is worth. */
  readonly lanes: number;
  /** Lanes that are at it. */
  active: number;
  /** What kept a lane from it. */
  readonly errors: unknown[];
  readonly end: PromiseWithResolvers<void>;
}

/**
 * An evaluator on threads of this process. Threads take the requests of a call from a board that all of them see. Of a candidate whose
 * chips are drawn block by block, the thread that has it ready takes the next block, unless another has nothing left to do. Calls that are
 * made at the same time share the threads.
 *
 * A request on which a thread ends, or which takes too long, is tried once more alone, so that none is blamed for what others left
 * behind; then it has failed.
 *
 * @throws whatever keeps a thread from starting
 */
export async function threadEvaluator(threads: number, settings: ThreadSettings): Promise<Evaluator> {
  const writer = new ValueWriter();
  const lanes = Array.from({ length: threads }, (_, number) => openLane(number, writer, settings));
  try {
    await Promise.all(lanes.map((lane) => lane.start()));
  } catch (error) {
    await closeAll(lanes);
    throw error;
  }
  /** Of a request, mean of the last ones. */
  let cost_ms = Infinity;
  const homes = new CandidateHomes(KNOWN_HOMES * threads);
  /** The last one to be done first: what it needs is still in the caches of its processor. */
  const idle = [...lanes.keys()].toReversed();
  /** Oldest first. */
  const rounds: Round[] = [];

  /** Searches for which no thread was idle. */
  const waiting: PromiseWithResolvers<number>[] = [];
  const release = (lane: number): void => {
    const search = waiting.shift();
    if (search !== undefined) return search.resolve(lane);
    idle.push(lane);
    dispatch();
  };
  const laneForSearch = (): Promise<number> => {
    const turn = Promise.withResolvers<number>();
    if (idle.length > 0) turn.resolve(idle.pop()!);
    else waiting.push(turn);
    return turn.promise;
  };

  const join = async (lane: number, round: Round): Promise<void> => {
    idle.splice(idle.indexOf(lane), 1);
    round.active++;
    try {
      let count = 0;
      const take = (request: number, answer: AssessmentAnswer): void => {
        count++;
        homes.put(round.requests[request]!, lane);
        round.take(request, answer);
      };
      const end = await lanes[lane]!.serve(round.board, take, round.signal);
      if ("why" in end) round.failures.push(end);
      else if (count > 0) cost_ms = meanCost(cost_ms, end.time_ms / count);
    } catch (error) {
      round.errors.push(error);
    }
    round.active--;
    if (!isOpen(round)) leave(round);
    // Nothing is left computing when one has failed.
    if (round.active === 0 && !isOpen(round)) {
      if (round.errors.length > 0) round.end.reject(round.errors[0]);
      else round.end.resolve();
    }
    release(lane);
  };

  const leave = (round: Round): void => {
    const place = rounds.indexOf(round);
    if (place >= 0) rounds.splice(place, 1);
  };

  const dispatch = (): void => {
    for (const lane of idle.toReversed()) {
      const open = rounds.filter((round) => round.active < round.lanes && isOpen(round));
      const round = open.find(({ requests }) => homes.of(requests[0]!) === lane) ?? open[0];
      if (round !== undefined) void join(lane, round);
    }
  };

  /** Give requests to the threads, and wait until none is at them any longer. */
  const compute = async (
    requests: readonly AssessmentRequest[],
    signal: AbortSignal | undefined,
    take: Round["take"],
  ): Promise<readonly LaneFailure[]> => {
    writer.begin();
    const places = requests.map((request) => {
      const { place } = writer;
      writer.value(request);
      return place;
    });
    const board = RequestBoard.of(writer.written, places, listsOf(requests, threads, homes));
    const end = Promise.withResolvers<void>();
    const worth = threadsWorth(requests.length, cost_ms);
    const round: Round = { board, requests, signal, take, failures: [], errors: [], lanes: worth, active: 0, end };
    const stop = (): void => {
      leave(round);
      if (round.active === 0) end.reject(signal!.reason);
    };
    signal?.addEventListener("abort", stop);
    rounds.push(round);
    dispatch();
    try {
      await end.promise;
      return round.failures;
    } finally {
      signal?.removeEventListener("abort", stop);
    }
  };

  const alone = async (request: AssessmentRequest, signal: AbortSignal | undefined): Promise<AssessmentAnswer> => {
    let found: AssessmentAnswer | undefined;
    const [failure] = await compute([request], signal, (_, answer) => (found = answer));
    return found ?? failedAnswer(`${settings.modelsOf(request)}: ${failure!.why}`);
  };

  const searchers: Searchers = {
    count: threads,
    async search(call) {
      const lane = await laneForSearch();
      try {
        return await lanes[lane]!.search(call, threads);
      } finally {
        release(lane);
      }
    },
  };

  return {
    async evaluate(requests, { signal } = {}) {
      signal?.throwIfAborted();
      const answers: (AssessmentAnswer | undefined)[] = requests.map(() => undefined);
      let left = [...requests.keys()];
      while (left.length > 0) {
        const wanted = left;
        const failures = await compute(
          wanted.map((k) => requests[k]!),
          signal,
          (k, answer) => (answers[wanted[k]!] = answer),
        );
        for (const { request } of failures) {
          const k = wanted[request]!;
          answers[k] = await alone(requests[k]!, signal);
        }
        left = wanted.filter((k) => answers[k] === undefined);
      }
      return answers as AssessmentAnswer[];
    },
    slots: () => SLOTS * threads,
    ...(settings.onTold === undefined ? {} : { searchers }),
    close: () => closeAll(lanes),
  };
}

function meanCost(before_ms: number, last_ms: number): number {
  return Number.isFinite(before_ms) ? 0.7 * before_ms + 0.3 * last_ms : last_ms;
}

/** Whether there is something to do; what is left when a thread has ended is for another round. */
function isOpen({ board, failures, errors }: Round): boolean {
  return failures.length === 0 && errors.length === 0 && board.isOpen;
}

async function closeAll(lanes: readonly Lane[]): Promise<void> {
  await Promise.all(lanes.map((lane) => lane.close()));
}

/** What each lane does first: its own, and as many of the others as make the lists equal. */
function listsOf(requests: readonly AssessmentRequest[], lanes: number, homes: CandidateHomes): number[][] {
  const lists = Array.from({ length: lanes }, (): number[] => []);
  const strays: number[] = [];
  for (const [k, request] of requests.entries()) {
    const home = homes.of(request);
    if (home === undefined) strays.push(k);
    else lists[home]!.push(k);
  }
  for (const k of strays) lists.reduce((least, list) => (list.length < least.length ? list : least)).push(k);
  return lists;
}
