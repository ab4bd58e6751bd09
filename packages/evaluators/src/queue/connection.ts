import { setTimeout as delay } from "node:timers/promises";
import type { Redis } from "ioredis";

/** A queue that cannot be used, with what to do; never with the password. */
export class QueueError extends Error {
  override readonly name = "QueueError";
}

/** Where a queue is, without user and password. */
function shownAddress(url: URL): string {
  return `${url.protocol}//${url.host}${url.pathname}`;
}

/** Longest wait between two attempts to connect again. */
const LONGEST_WAIT_MS = 1000;

/**
 * Connect to Redis or Valkey. A connection that is lost is made again, and what was asked meanwhile is asked then.
 *
 * @param written `redis://host:port`, or `rediss://` with TLS; may hold user and password
 * @throws QueueError when it is no such address, or nobody answers there
 */
export async function connectQueue(written: string): Promise<Redis> {
  let url: URL;
  try {
    url = new URL(written);
  } catch {
    throw new QueueError("the queue is no address; write redis://host:6379, or rediss://host:6379 for TLS");
  }
  if (url.protocol !== "redis:" && url.protocol !== "rediss:")
    throw new QueueError(
      `the queue has the protocol "${url.protocol}"; write redis://host:6379, or rediss://host:6379 for TLS`,
    );
  // What a queue needs takes a tenth of a second to load, in every thread too, and few runs have one.
  const ioredis = await import("ioredis");
  const connection = new ioredis.Redis(written, {
    lazyConnect: true,
    // As BullMQ asks: commands wait for the connection as long as it takes.
    maxRetriesPerRequest: null,
    retryStrategy: (attempt) => Math.min(50 * attempt, LONGEST_WAIT_MS),
  });
  let last: Error | undefined;
  connection.on("error", (error: Error) => (last = error));
  try {
    await connection.connect();
    await connection.ping();
  } catch (error) {
    connection.disconnect();
    const reason = last ?? (error as Error);
    throw new QueueError(
      `nobody answers at ${shownAddress(url)} (${reason.message}); start Redis or Valkey there, or correct the address`,
    );
  }
  return connection;
}

/** So long one says goodbye to a queue; it may not be there any more. */
const GOODBYE_MS = 2000;

/** Wait for something that needs the queue, but not for long. */
export async function withinGoodbye(ending: Promise<unknown>): Promise<void> {
  const patience = new AbortController();
  const enough = delay(GOODBYE_MS, undefined, { signal: patience.signal });
  await Promise.race([ending, enough]).catch(() => undefined);
  patience.abort();
  await enough.catch(() => undefined);
}
