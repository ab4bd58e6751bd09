import { createHash } from "node:crypto";
import { setTimeout as delay } from "node:timers/promises";
import { packData, packParcel, unpackData } from "@neurofront/study";
import type { AssessmentAnswer, AssessmentRequest, Evaluator, RunnableStudy } from "@neurofront/study";
import type { Queue } from "bullmq";
import { connectQueue, withinGoodbye } from "./connection.ts";
import { PREFIX, PRESENCE_S, STUDIES, parcelKey, presenceKey, queueName } from "./study-queue.ts";
import type { JobData, JobResult } from "./study-queue.ts";

/** A job is so much work, where there is so much: then what a queue costs does not matter, and little is lost with a worker. */
const JOB_MS = 500;
/** So many requests for a worker: one is computed, and the next is in the queue when it is done. */
const SLOTS = 2;
/** How often one looks at jobs of which no word has come: events are lost with a connection. */
const LOOK_MS = 1000;
/** How long results are kept, for a run that was stopped and asks again. */
const KEPT_S = 3600;
/** So long a run waits for a first worker before it says so. */
const PATIENCE_MS = 5000;

/** A queue with what a run needs besides. */
export interface QueueSettings {
  /** `redis://...`; may hold a password. */
  readonly url: string;
  /** Told to the person at the terminal. */
  readonly onNotice: (text: string) => void;
}

/**
 * An evaluator that has workers on any machines compute, by way of Redis or Valkey. A job is known by its content: given again after an
 * accident it is not computed again where its result is still there, and computed twice it has the same result.
 *
 * @throws QueueError when the queue cannot be reached
 */
export async function queueEvaluator(runnable: RunnableStudy, { url, onNotice }: QueueSettings): Promise<Evaluator> {
  const { hash } = runnable.resolved;
  const connection = await connectQueue(url);
  const bullmq = await import("bullmq");
  const parcel = packData(packParcel(runnable));
  const announce = async (): Promise<void> => {
    await connection
      .multi()
      .set(parcelKey(hash), parcel, "EX", KEPT_S)
      .set(presenceKey(hash), "1", "EX", PRESENCE_S)
      .sadd(STUDIES, hash)
      .exec();
  };
  await announce();
  const options = { connection, prefix: PREFIX };
  const queue = new bullmq.Queue<JobData, JobResult, string, JobData, JobResult, string>(queueName(hash), {
    ...options,
    defaultJobOptions: { removeOnComplete: { age: KEPT_S }, removeOnFail: { age: KEPT_S } },
  });
  const listening = connection.duplicate();
  const events = new bullmq.QueueEvents(queueName(hash), { connection: listening, prefix: PREFIX });
  // Connections are made again; BullMQ wants to tell of each that was lost.
  queue.on("error", () => undefined);
  events.on("error", () => undefined);
  const waiting = new Map<string, () => void>();
  const wake = ({ jobId }: { readonly jobId: string }): void => waiting.get(jobId)?.();
  events.on("completed", wake);
  events.on("failed", wake);
  await events.waitUntilReady();
  // Redis may have lost it in a restart, so the whole of it is said again.
  const renewal = setInterval(() => void announce().catch(() => undefined), (1000 * PRESENCE_S) / 3);
  let cost_ms = JOB_MS;
  /** That were there when one last looked. */
  let workers = 1;

  const computed = async (
    requests: readonly AssessmentRequest[],
    signal: AbortSignal | undefined,
  ): Promise<readonly AssessmentAnswer[]> => {
    const packed = packData(requests).toString("base64");
    const jobId = createHash("sha256").update(packed).digest("hex");
    await queue.add("assess", { requests: packed }, { jobId });
    for (;;) {
      signal?.throwIfAborted();
      const job = await queue.getJob(jobId);
      // Gone with a restart of Redis.
      if (job === undefined) await queue.add("assess", { requests: packed }, { jobId });
      else if (job.failedReason !== undefined && (await job.isFailed())) {
        await job.remove();
        throw new Error(`a worker could not compute: ${job.failedReason}`);
      } else if (job.returnvalue !== null && job.returnvalue !== undefined) {
        const { answers, time_ms } = job.returnvalue;
        cost_ms = Math.max(1e-3, 0.7 * cost_ms + (0.3 * time_ms) / requests.length);
        return answersOf(answers, requests.length);
      }
      const told = Promise.withResolvers<void>();
      waiting.set(jobId, told.resolve);
      const look = new AbortController();
      await Promise.race([told.promise, delay(LOOK_MS, undefined, { signal: look.signal }).catch(() => undefined)]);
      look.abort();
      waiting.delete(jobId);
    }
  };

  return {
    async evaluate(requests, { signal } = {}) {
      if (requests.length === 0) return [];
      workers = await untilStopped(workersOf(queue, onNotice, signal), signal);
      const length = Math.max(1, Math.min(Math.round(JOB_MS / cost_ms), Math.ceil(requests.length / workers)));
      const jobs = Array.from({ length: Math.ceil(requests.length / length) }, (_, k) =>
        requests.slice(k * length, (k + 1) * length),
      );
      const ends = await untilStopped(Promise.allSettled(jobs.map((job) => computed(job, signal))), signal);
      return ends.flatMap((end) => {
        if (end.status === "rejected") throw end.reason;
        return end.value;
      });
    },
    slots: () => SLOTS * workers,
    async close() {
      clearInterval(renewal);
      await withinGoodbye(connection.multi().srem(STUDIES, hash).del(presenceKey(hash)).exec());
      // The connections go first: what waits for a queue that is gone ends with them.
      connection.disconnect();
      listening.disconnect();
      await withinGoodbye(Promise.allSettled([events.close(), queue.close()]));
    },
  };
}

/** A queue that is gone keeps everyone waiting; a signal does not wait. */
async function untilStopped<Result>(work: Promise<Result>, signal: AbortSignal | undefined): Promise<Result> {
  if (signal === undefined) return work;
  signal.throwIfAborted();
  const stopped = Promise.withResolvers<never>();
  const stop = (): void => stopped.reject(signal.reason);
  signal.addEventListener("abort", stop, { once: true });
  try {
    return await Promise.race([work, stopped.promise]);
  } finally {
    signal.removeEventListener("abort", stop);
    // Nobody waits for it any more.
    work.catch(() => undefined);
  }
}

/** How many work for a study; waits for the first. */
async function workersOf(
  queue: Queue,
  onNotice: (text: string) => void,
  signal: AbortSignal | undefined,
): Promise<number> {
  const begun_ms = performance.now();
  let isTold = false;
  for (;;) {
    const count = await queue.getWorkersCount();
    if (count > 0) return count;
    if (!isTold && performance.now() - begun_ms > PATIENCE_MS) {
      onNotice("no worker has taken up this study yet; start some with: neurofront worker --queue ...");
      isTold = true;
    }
    await delay(200, undefined, { signal });
  }
}

function answersOf(packed: string, count: number): readonly AssessmentAnswer[] {
  const answers = unpackData(Buffer.from(packed, "base64"));
  if (!Array.isArray(answers) || answers.length !== count) throw new Error("a worker has answered nonsense");
  return answers as AssessmentAnswer[];
}
