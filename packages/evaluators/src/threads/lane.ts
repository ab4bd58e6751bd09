import type { AssessmentAnswer, AssessmentRequest, SearchCall } from "@neurofront/study";
import { Piscina } from "piscina";
import { followSearch } from "./follow-search.ts";
import { readAnswers } from "./read-answers.ts";
import { RequestBoard } from "./request-board.ts";
import type { BoardResult, SearchResult, ThreadResult, ThreadTask } from "./thread-server.ts";
import { NO_LAYOUTS, ValueReader } from "./value-stream.ts";
import type { ValueWriter } from "./value-stream.ts";
import { watchTime } from "./watch-time.ts";

/** How the threads of an evaluator are made and held in check. */
export interface ThreadSettings {
  /** Module whose default export is a `threadServer`, or a promise of one. */
  readonly module: URL;
  /** For the module: its `workerData`. */
  readonly data: unknown;
  /** For one candidate. */
  readonly timeLimit_s: number;
  /** Heap of one thread. */
  readonly heapLimit_MB: number;
  /** The models that compute a request, for messages. */
  readonly modelsOf: (request: AssessmentRequest) => string;
  /** Where the module does whole searches too: is given what it tells besides their progress. */
  readonly onTold?: ((value: unknown) => void) | undefined;
}

/** A request on which a thread has ended, or that took too long. */
export interface LaneFailure {
  readonly request: number;
  readonly why: string;
}

/** One thread, replaced when a model has ended it. */
export interface Lane {
  /** @throws whatever kept the thread from starting */
  start(): Promise<void>;
  /**
   * Take requests of a board until there is none left, or some are to be handed in.
   *
   * @param take is given the answers, unless the thread has ended
   * @returns the time that the answers took, or what the thread has ended on; all that it had taken is lost then
   * @throws the reason of the signal; whatever keeps the thread from starting
   */
  serve(
    board: RequestBoard,
    take: (request: number, answer: AssessmentAnswer) => void,
    signal: AbortSignal | undefined,
  ): Promise<LaneFailure | { readonly time_ms: number }>;
  /**
   * Do a whole search.
   *
   * @param workers who could do it together
   * @returns whether it came to its end; it did not where the thread threw, ended or took too long for a candidate either
   */
  search(call: SearchCall, workers: number): Promise<boolean>;
  close(): Promise<void>;
}

const NOTHING = { integers: new Int32Array(), floats: new Float64Array(), messages: [] };

/** So often a thread is started for a board of which it does not even take a request. */
const STARTS = 3;

/**
 * Start a thread.
 *
 * @param number its place at every board
 * @param requests writes what is on the boards
 */
export function openLane(
  number: number,
  requests: ValueWriter,
  { module, data, timeLimit_s, heapLimit_MB, onTold = () => undefined }: ThreadSettings,
): Lane {
  const pool = new Piscina<ThreadTask, ThreadResult>({
    filename: module.href,
    workerData: data,
    minThreads: 1,
    maxThreads: 1,
    resourceLimits: { maxOldGenerationSizeMb: heapLimit_MB },
  });
  let reader = new ValueReader();
  let told = NO_LAYOUTS;
  /** A new thread knows nothing of what the last one was told. */
  const beginAnew = (): void => {
    reader = new ValueReader();
    told = NO_LAYOUTS;
  };
  // Of a thread that ends without a task; the next task tells.
  pool.on("error", beginAnew);

  const run = async (board: RequestBoard, signal: AbortSignal | undefined): Promise<BoardResult> => {
    const layouts = requests.layoutsAfter(told);
    told = requests.layouts;
    const task = { board: board.shared, lane: number, layouts, known: reader.layouts };
    return (await pool.run(task, { signal: signal ?? null })) as BoardResult;
  };

  const search: Lane["search"] = async (call, workers) => {
    try {
      return await followSearch(call, workers, { timeLimit_s, onTold }, async (task, signal) => {
        const { isDone } = (await pool.run(task, { signal, transferList: [task.port] })) as SearchResult;
        return isDone;
      });
    } catch {
      // Whoever goes on with the search meets what has happened here, and tells.
      beginAnew();
      return false;
    }
  };

  const serve: Lane["serve"] = async (board, take, signal) => {
    for (let starts = 1; ; starts++) {
      const stop = new AbortController();
      const end = (): void => stop.abort();
      let isLate = false;
      const watch = watchTime(
        () => board.begun(number) || undefined,
        timeLimit_s,
        () => {
          isLate = true;
          stop.abort();
        },
      );
      signal?.addEventListener("abort", end);
      try {
        const result = await run(board, stop.signal);
        readAnswers(result, reader, take);
        return { time_ms: result.time_ms };
      } catch (error) {
        beginAnew();
        signal?.throwIfAborted();
        // Something that an earlier request left behind may have ended it; or it can never be started.
        if (board.begun(number) === 0) {
          if (starts < STARTS) continue;
          throw error;
        }
        const why = isLate ? `no answer within ${timeLimit_s} s` : reasonOf(error, heapLimit_MB);
        return { request: board.doing(number), why };
      } finally {
        signal?.removeEventListener("abort", end);
        clearInterval(watch);
      }
    }
  };

  return {
    async start() {
      await run(RequestBoard.of(NOTHING, [], []), undefined);
    },
    serve,
    search,
    close: () => pool.destroy(),
  };
}

function reasonOf(error: unknown, heapLimit_MB: number): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ERR_WORKER_OUT_OF_MEMORY") return `more than ${heapLimit_MB} MB of memory`;
  return `ended its thread (${message})`;
}
