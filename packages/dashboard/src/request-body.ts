import type { IncomingMessage } from "node:http";
import { RequestError } from "./answer.ts";

/** Longest body: a study is text that people write. */
export const LONGEST_BODY_BYTES = 1_000_000;

/**
 * The JSON object that a request brings.
 *
 * @throws RequestError when it is too long, not JSON or no object
 */
export async function jsonBody(request: IncomingMessage): Promise<Readonly<Record<string, unknown>>> {
  if (request.headers["content-type"]?.split(";")[0]?.trim() !== "application/json")
    throw new RequestError(415, "a request that changes something is JSON");
  const parts: Buffer[] = [];
  let length = 0;
  for await (const part of request) {
    length += (part as Buffer).length;
    if (length > LONGEST_BODY_BYTES)
      throw new RequestError(413, `the request is longer than ${LONGEST_BODY_BYTES} bytes`);
    parts.push(part as Buffer);
  }
  let value: unknown;
  try {
    value = JSON.parse(Buffer.concat(parts).toString("utf8"));
  } catch {
    throw new RequestError(400, "the request is not JSON");
  }
  if (typeof value !== "object" || value === null || Array.isArray(value))
    throw new RequestError(400, "the request is not a JSON object");
  return value as Readonly<Record<string, unknown>>;
}

/**
 * A text of a request's object.
 *
 * @throws RequestError when there is none
 */
export function textOf(body: Readonly<Record<string, unknown>>, key: string): string {
  const value = Object.hasOwn(body, key) ? body[key] : undefined;
  if (typeof value !== "string") throw new RequestError(400, `the request lacks the text "${key}"`);
  return value;
}
