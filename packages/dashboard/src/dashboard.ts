import { randomBytes } from "node:crypto";
import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { realpathSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { prepareLiveFigures } from "@neurofront/report";
import { RequestError, json } from "./answer.ts";
import type { Answer } from "./answer.ts";
import type { DashboardOptions } from "./dashboard-options.ts";
import { pageFile } from "./page-files.ts";
import { jsonBody } from "./request-body.ts";
import { cookieName, refusal } from "./request-guard.ts";
import type { Door, Purpose } from "./request-guard.ts";
import { RESPONSE_HEADERS } from "./response-headers.ts";
import { routesOf } from "./routes.ts";
import type { Route } from "./routes.ts";
import { Runs } from "./runs.ts";

/** A dashboard that is running. */
export interface Dashboard {
  /** The address with the token in its fragment, which a browser sends to no one. */
  readonly url: string;
  readonly port: number;
  readonly token: string;
  /** Stop the runs that go on, wait until they have saved, and close. */
  close(): Promise<void>;
}

/** A visitor that sends its request more slowly is not waited for. */
const SLOWEST_REQUEST_MS = 20_000;

/**
 * Serve studies and archives of a folder as a live page, on loopback alone.
 *
 * @throws Error when the folder is not there or the port is taken
 */
export async function startDashboard(options: DashboardOptions): Promise<Dashboard> {
  const folder = realpathSync(options.folder);
  const runs = new Runs(options.command, options.runOptions, folder);
  const routes = routesOf(options, runs);
  const keys = { token: randomBytes(24).toString("base64url"), readingKey: randomBytes(24).toString("base64url") };
  let door: Door = { ...keys, port: 0 };
  const server = createServer((request, response) => {
    void answerTo(request, routes, door).then((answer) => send(request, response, answer));
  });
  server.requestTimeout = SLOWEST_REQUEST_MS;
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject);
    server.listen(options.port ?? 0, "127.0.0.1", resolve);
  });
  const { port } = server.address() as AddressInfo;
  door = { ...keys, port };
  // Before anyone asks for figures; should it fail, the first one who does is told.
  prepareLiveFigures().catch(() => {});
  return {
    url: `http://127.0.0.1:${port}/#token=${door.token}`,
    port,
    token: door.token,
    async close() {
      await runs.stopAll();
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}

/** Never throws: what goes wrong is told to the page. */
async function answerTo(request: IncomingMessage, routes: ReadonlyMap<string, Route>, door: Door): Promise<Answer> {
  try {
    const method = request.method === "HEAD" ? "GET" : (request.method ?? "");
    const { pathname, searchParams } = new URL(request.url ?? "/", "http://127.0.0.1");
    const refused = refusal({ method, headers: request.headers }, purposeOf(method, pathname), door);
    if (refused !== undefined) return json({ problem: refused.message }, refused.status);
    if (method === "POST" && pathname === "/api/session") return session(door);
    const route = routes.get(`${method} ${pathname}`);
    if (route !== undefined)
      return await route({ query: searchParams, body: method === "POST" ? await jsonBody(request) : {} });
    if (method !== "GET") throw new RequestError(405, "there is nothing to change here");
    return pageFile(pathname);
  } catch (error) {
    const status = error instanceof RequestError ? error.status : 422;
    return json({ problem: error instanceof Error ? error.message : String(error) }, status);
  }
}

function purposeOf(method: string, address: string): Purpose {
  if (method !== "GET") return "write";
  return address.startsWith("/api/") || address === "/report" ? "read" : "shell";
}

/** Who has the token gets the cookie by which a browser may read, for links and saved files. */
function session({ port, readingKey }: Door): Answer {
  const answer = json({});
  const cookie = `${cookieName(port)}=${readingKey}; HttpOnly; SameSite=Strict; Path=/`;
  return { ...answer, headers: { "set-cookie": cookie } };
}

function send(request: IncomingMessage, response: ServerResponse, { status, type, body, headers }: Answer): void {
  const tag = headers?.["etag"];
  const isKnown = status === 200 && tag !== undefined && request.headers["if-none-match"] === tag;
  response.writeHead(isKnown ? 304 : status, { ...RESPONSE_HEADERS, "content-type": type, ...headers });
  // What a refused request still brings is not waited for.
  if (status === 413) response.once("finish", () => request.destroy());
  if (isKnown || request.method === "HEAD") response.end();
  else if (typeof body === "string" || body instanceof Uint8Array) response.end(body);
  // Who goes away in between gets no more.
  else pipeline(body, response).catch(() => {});
}
