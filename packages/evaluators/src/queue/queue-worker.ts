import { setTimeout as delay } from "node:timers/promises";
import { packData, unpackData } from "@neurofront/study";
import type { Evaluator, RunnableStudy, StudyParcel } from "@neurofront/study";
import type { Redis } from "ioredis";
import { connectQueue, withinGoodbye } from "./connection.ts";
import { readRequests } from "./read-requests.ts";
import {
  LOCK_MS,
  MOST_STALLS,
  PREFIX,
  STALLED_LOOK_MS,
  STUDIES,
  parcelKey,
  presenceKey,
  queueName,
} from "./study-queue.ts";
import type { JobData, JobResult } from "./study-queue.ts";

/** What a worker does with a study. */
export interface QueueWorkerSettings {
  /** `redis://...`; may hold a password. */
  readonly url: string;
  /** Jobs at a time. */
  readonly slots: number;
  /** @throws Error when the plugins here cannot compute the study; its message is told */
  readonly unpack: (parcel: StudyParcel) => Promise<RunnableStudy>;
  /** Who computes the jobs of one slot. */
  readonly evaluatorOf: (runnable: RunnableStudy) => Promise<Evaluator>;
  /** Told to the person at the terminal. */
  readonly onNotice: (text: string) => void;
  readonly signal: AbortSignal;
}

/** How often a worker looks for new studies. */
const LOOK_MS = 500;

/**
 * Compute for all studies of a queue, until the signal: each that the plugins here can compute with the same result. Others are
 * refused, once each, with the reason.
 *
 * @throws QueueError when the queue cannot be reached
 */
export async function serveQueue(settings: QueueWorkerSettings): Promise<void> {
  const { url, onNotice, signal } = settings;
  const connection = await connectQueue(url);
  const served = new Map<string, ServedStudy | undefined>();
  // A queue that is gone keeps everyone waiting; the signal does not wait.
  const stopped = new Promise<undefined>((resolve) => {
    signal.addEventListener("abort", () => resolve(undefined), { once: true });
  });
  try {
    while (!signal.aborted) {
      const present = await Promise.race([presentStudies(connection), stopped]);
      if (present === undefined) break;
      for (const hash of present) {
        if (served.has(hash)) continue;
        const name = hash.slice(0, 12);
        try {
          served.set(hash, await serveStudy(hash, connection, settings));
          onNotice(`computing for study ${name}`);
        } catch (error) {
          served.set(hash, undefined);
          onNotice(`refused study ${name}: ${error instanceof Error ? error.message : String(error)}`);
        }
      }
      for (const [hash, study] of served)
        if (!present.includes(hash)) {
          await study?.close();
          served.delete(hash);
        }
      await delay(LOOK_MS, undefined, { signal }).catch(() => undefined);
    }
  } finally {
    for (const study of served.values()) await study?.close();
    connection.disconnect();
  }
}

/** Studies whose runs are there. */
async function presentStudies(connection: Redis): Promise<string[]> {
  const hashes = await connection.smembers(STUDIES);
  const present: string[] = [];
  for (const hash of hashes)
    if (/^[0-9a-f]{64}$/u.test(hash) && (await connection.exists(presenceKey(hash))) === 1) present.push(hash);
  return present;
}

interface ServedStudy {
  close(): Promise<void>;
}

async function serveStudy(
  hash: string,
  connection: Redis,
  { slots, unpack, evaluatorOf }: QueueWorkerSettings,
): Promise<ServedStudy> {
  const packed = await connection.getBuffer(parcelKey(hash));
  if (packed === null) throw new Error("its content is not in the queue");
  const parcel = unpackData(packed) as StudyParcel;
  if (parcel.hash !== hash) throw new Error("its content is of another study");
  const runnable = await unpack(parcel);
  const { Worker } = await import("bullmq");
  const workers = await Promise.all(
    Array.from({ length: slots }, async () => {
      const evaluator = await evaluatorOf(runnable);
      const own = connection.duplicate();
      const worker = new Worker<JobData, JobResult>(
        queueName(hash),
        async ({ data }) => {
          const requests = readRequests(unpackData(Buffer.from(data.requests, "base64")), runnable.resolved);
          const begun_ms = performance.now();
          const answers = await evaluator.evaluate(requests);
          return { answers: packData(answers).toString("base64"), time_ms: performance.now() - begun_ms };
        },
        {
          connection: own,
          prefix: PREFIX,
          lockDuration: LOCK_MS,
          stalledInterval: STALLED_LOOK_MS,
          maxStalledCount: MOST_STALLS,
        },
      );
      worker.on("error", () => undefined);
      return { worker, evaluator, own };
    }),
  );
  return {
    async close() {
      for (const { worker, evaluator, own } of workers) {
        const closing = withinGoodbye(worker.close(true));
        await evaluator.close();
        await closing;
        own.disconnect();
      }
    },
  };
}
