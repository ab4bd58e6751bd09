import { createHash, timingSafeEqual } from "node:crypto";

/** The header that carries the token. A page of another origin cannot send it without being asked first, and is refused. */
export const TOKEN_HEADER = "x-neurofront-token";

/** What a server knows of itself. */
export interface Door {
  readonly port: number;
  /** Opens everything; known to whoever reads the terminal. */
  readonly token: string;
  /** Opens reading; a cookie that no script sees. */
  readonly readingKey: string;
}

/** What the guard looks at of a request. */
export interface Visit {
  readonly method: string;
  /** Names in small letters. */
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
}

/** What a route is for. `shell`: files that are the same for everyone; `read`: anything of the folder; `write`: whatever changes something. */
export type Purpose = "shell" | "read" | "write";

/** Why a request is refused; undefined when it may pass. */
export interface Refusal {
  readonly status: 401 | 403 | 421;
  readonly message: string;
}

/**
 * Whether a request may pass. Host must be this server by a name of loopback: a foreign name that was made to lead here (DNS
 * rebinding) is refused. Origin and Sec-Fetch-Site, where a browser sends them, must be the page's own. Reading needs the cookie or
 * the token, writing the token in its header and not the cookie, which a browser would send along for others.
 */
export function refusal(visit: Visit, purpose: Purpose, door: Door): Refusal | undefined {
  const names = LOOPBACK_NAMES.map((name) => `${name}:${door.port}`);
  const host = one(visit.headers["host"]);
  if (host === undefined || !names.includes(host.toLowerCase()))
    return { status: 421, message: `this server is http://${names[0]}; it does not answer for another host` };
  const origin = one(visit.headers["origin"]);
  if (
    visit.headers["origin"] !== undefined &&
    (origin === undefined || !names.some((name) => origin === `http://${name}`))
  )
    return { status: 403, message: "a page of another origin may not use this server" };
  const site = one(visit.headers["sec-fetch-site"]);
  if (site !== undefined && purpose !== "shell" && site !== "same-origin" && site !== "none")
    return { status: 403, message: "a page of another site may not use this server" };
  if (purpose === "shell") return undefined;
  if (isEqual(one(visit.headers[TOKEN_HEADER]), door.token)) return undefined;
  const cookie = cookieValue(one(visit.headers["cookie"]), cookieName(door.port));
  if (purpose === "read" && isEqual(cookie, door.readingKey)) return undefined;
  return {
    status: 401,
    message: "open the address that neurofront serve has printed: it carries the token that is missing here",
  };
}

const LOOPBACK_NAMES = ["127.0.0.1", "localhost"] as const;

/** Cookies of one host are shared by its ports; each server has a name of its own. */
export function cookieName(port: number): string {
  return `neurofront-${port}`;
}

/** Compares digests, so that the time it takes tells nothing. */
function isEqual(found: string | undefined, wanted: string): boolean {
  const digest = (value: string) => createHash("sha256").update(value).digest();
  return found !== undefined && timingSafeEqual(digest(found), digest(wanted));
}

function cookieValue(header: string | undefined, name: string): string | undefined {
  const found = (header ?? "")
    .split(";")
    .map((part) => part.trim())
    .find((part) => part.startsWith(`${name}=`));
  return found?.slice(name.length + 1);
}

function one(value: string | string[] | undefined): string | undefined {
  return typeof value === "string" ? value : undefined;
}
