import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";

/** What the server answers. */
export interface Answer {
  readonly status: number;
  readonly type: string;
  /** In parts where it takes time to make: each is sent before the next one is made. */
  readonly body: string | Uint8Array | AsyncIterable<string>;
  readonly headers?: Readonly<Record<string, string>>;
}

/** A request that is refused, with a sentence for the person at the page. */
export class RequestError extends Error {
  override readonly name = "RequestError";
  readonly status: number;

  /** @param status HTTP status, 400 to 499 */
  constructor(status: number, message: string) {
    super(message);
    this.status = status;
  }
}

/** JSON, with a tag of its content by which a browser that follows is spared what it has. */
export function json(value: unknown, status = 200): Answer {
  const body = JSON.stringify(value);
  const tag = createHash("sha256").update(body).digest("base64url");
  return { status, type: "application/json; charset=utf-8", body, headers: { etag: `"${tag}"` } };
}

/** Text of a media type. */
export function text(type: string, body: string | Uint8Array, headers: Readonly<Record<string, string>> = {}): Answer {
  return { status: 200, type: `${type}; charset=utf-8`, body, headers };
}

/** JSON values a line, each sent as soon as it is there; a line with a `problem` says why there are no more. */
export function jsonLines(values: AsyncIterable<unknown>): Answer {
  return { status: 200, type: "application/x-ndjson; charset=utf-8", body: linesOf(values) };
}

async function* linesOf(values: AsyncIterable<unknown>): AsyncGenerator<string, void> {
  try {
    for await (const value of values) {
      yield `${JSON.stringify(value)}\n`;
      // Other requests come in between.
      await setImmediate();
    }
  } catch (error) {
    yield `${JSON.stringify({ problem: error instanceof Error ? error.message : String(error) })}\n`;
  }
}
