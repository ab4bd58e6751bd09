import type { Assessment } from "@neurofront/core";
import { ValuePacker, ValueUnpacker, failedAnswer } from "@neurofront/study";
import type { AssessmentAnswer, AssessmentRequest } from "@neurofront/study";
import { Piscina } from "piscina";
import { unpackChips } from "./packed-chips.ts";
import { BEGUN, DONE } from "./thread-server.ts";
import type { ThreadResult, ThreadTask } from "./thread-server.ts";

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
}

/** Answers in the order of the requests, and the time they took. */
export interface LaneAnswers {
  readonly answers: readonly AssessmentAnswer[];
  readonly time_ms: number;
}

/** One thread, replaced when a model has ended it. */
export interface Lane {
  /** @throws whatever kept the thread from starting */
  start(): Promise<void>;
  compute(requests: readonly AssessmentRequest[], signal?: AbortSignal): Promise<LaneAnswers>;
  close(): Promise<void>;
}

/** Looks at a thread in a time limit. */
const LOOKS = 8;

/**
 * Start a thread. A request on which it ends, or which takes too long, is tried once more alone, so that none is blamed for what
 * others left behind; then it has failed.
 */
export function openLane({ module, data, timeLimit_s, heapLimit_MB, modelsOf }: ThreadSettings): Lane {
  const pool = new Piscina<ThreadTask, ThreadResult>({
    filename: module.href,
    workerData: data,
    minThreads: 1,
    maxThreads: 1,
    resourceLimits: { maxOldGenerationSizeMb: heapLimit_MB },
  });
  let packer = new ValuePacker();
  let unpacker = new ValueUnpacker();
  /** A new thread knows nothing of what the last one was told. */
  const beginAnew = (): void => {
    packer = new ValuePacker();
    unpacker = new ValueUnpacker();
  };
  // Of a thread that ends without a task; the next task tells.
  pool.on("error", beginAnew);

  const run = async (
    requests: readonly AssessmentRequest[],
    progress: SharedArrayBuffer,
    signal?: AbortSignal,
  ): Promise<LaneAnswers> => {
    const packed = packer.pack(requests);
    const { assessments, chips, time_ms } = await pool.run(
      { requests: packed, progress },
      { transferList: [packed.bytes.buffer], signal: signal ?? null },
    );
    const found = unpacker.unpack(assessments) as Assessment[];
    return { answers: unpackChips(chips).map((own, k) => ({ assessment: found[k]!, chips: own })), time_ms };
  };

  const attempt = async (
    requests: readonly AssessmentRequest[],
    signal: AbortSignal | undefined,
  ): Promise<LaneAnswers | { readonly at: number; readonly why: string }> => {
    const progress = new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT);
    const counter = new Int32Array(progress);
    const late = new AbortController();
    const watch = watching(counter, timeLimit_s, () => late.abort());
    try {
      const ends = signal === undefined ? late.signal : AbortSignal.any([signal, late.signal]);
      return await run(requests, progress, ends);
    } catch (error) {
      beginAnew();
      signal?.throwIfAborted();
      // The thread could not even be started.
      if (Atomics.load(counter, BEGUN) === 0) throw error;
      const at = Math.min(Atomics.load(counter, DONE), requests.length - 1);
      return { at, why: late.signal.aborted ? `no answer within ${timeLimit_s} s` : reasonOf(error, heapLimit_MB) };
    } finally {
      clearInterval(watch);
    }
  };

  const alone = async (request: AssessmentRequest, signal: AbortSignal | undefined): Promise<LaneAnswers> => {
    const result = await attempt([request], signal);
    if ("answers" in result) return result;
    return { answers: [failedAnswer(`${modelsOf(request)}: ${result.why}`)], time_ms: 0 };
  };

  const compute = async (
    requests: readonly AssessmentRequest[],
    signal: AbortSignal | undefined,
  ): Promise<LaneAnswers> => {
    if (requests.length === 0) return { answers: [], time_ms: 0 };
    const result = await attempt(requests, signal);
    if ("answers" in result) return result;
    const { at } = result;
    const parts = [
      await compute(requests.slice(0, at), signal),
      await alone(requests[at]!, signal),
      await compute(requests.slice(at + 1), signal),
    ];
    return {
      answers: parts.flatMap(({ answers }): readonly AssessmentAnswer[] => answers),
      time_ms: parts.reduce((sum, { time_ms }) => sum + time_ms, 0),
    };
  };

  return {
    async start() {
      await run([], new SharedArrayBuffer(2 * Int32Array.BYTES_PER_ELEMENT));
    },
    compute,
    close: () => pool.destroy(),
  };
}

/** Tell when a request has been computed for longer than its limit. */
function watching(counter: Int32Array, limit_s: number, tell: () => void): NodeJS.Timeout {
  let done = -1;
  let since_ms = 0;
  return setInterval(
    () => {
      if (Atomics.load(counter, BEGUN) === 0) return;
      const now = Atomics.load(counter, DONE);
      if (now !== done) since_ms = performance.now();
      done = now;
      if (performance.now() - since_ms > 1e3 * limit_s) tell();
    },
    (1e3 * limit_s) / LOOKS,
  );
}

function reasonOf(error: unknown, heapLimit_MB: number): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "ERR_WORKER_OUT_OF_MEMORY") return `more than ${heapLimit_MB} MB of memory`;
  return `ended its thread (${message})`;
}
