import { existsSync, realpathSync } from "node:fs";
import { dirname, join } from "node:path";
import { explainedDesign } from "./explained-design.ts";
import { RequestError, json, jsonLines, text } from "./answer.ts";
import type { Answer } from "./answer.ts";
import { ArchiveViews } from "./archive-view.ts";
import { candidateCsv, candidatePage, candidateQuery } from "./candidate-page.ts";
import type { DashboardOptions } from "./dashboard-options.ts";
import { FolderReader } from "./folder-contents.ts";
import { fileInside } from "./inside-folder.ts";
import { textOf } from "./request-body.ts";
import { REPORT_POLICY } from "./response-headers.ts";
import type { Runs } from "./runs.ts";
import { assistance } from "./study-assistance.ts";
import { readStudy, saveStudy } from "./study-files.ts";

/** What a request asks of a route. */
export interface Asked {
  readonly query: URLSearchParams;
  /** Empty unless something is to be changed. */
  readonly body: Readonly<Record<string, unknown>>;
}

/** A route's answer; whatever it throws is told to the page. */
export type Route = (asked: Asked) => Answer | Promise<Answer>;

/** The routes of a server by method and address, such as `GET /api/folder`. */
export function routesOf(options: DashboardOptions, runs: Runs): ReadonlyMap<string, Route> {
  const folder = realpathSync(options.folder);
  const reader = new FolderReader(folder);
  const views = new ArchiveViews();
  const archiveOf = (query: URLSearchParams): string => fileInside(folder, required(query, "archive"));
  const asPage = ({ query }: Asked) => {
    const path = archiveOf(query);
    const { study } = views.snapshot(path);
    return { path, study, query: candidateQuery(query, study, () => views.fronts(path)) };
  };
  return new Map<string, Route>([
    ["GET /api/folder", () => json({ folder, ...reader.contents(), runs: runs.list() })],
    [
      "GET /api/archive",
      ({ query }) => {
        const path = required(query, "archive");
        const isAwaited = runs.list().some(({ archive, state }) => archive === path && state === "running");
        if (isAwaited && !existsSync(join(folder, path))) return json({ isAwaited });
        return json(readable(() => views.overview(archiveOf(query)), folder));
      },
    ],
    ["GET /api/figures", ({ query }) => jsonLines(views.figures(archiveOf(query)))],
    [
      "GET /api/candidates",
      (asked) => {
        const { path, study, query } = asPage(asked);
        return json(candidatePage(path, study, query));
      },
    ],
    [
      "GET /api/candidates.csv",
      (asked) => {
        const { path, study, query } = asPage(asked);
        return text("text/csv", candidateCsv(path, study, query), asFile("candidates.csv"));
      },
    ],
    [
      "GET /api/explain",
      ({ query }) => {
        const path = archiveOf(query);
        return json(explainedDesign(path, required(query, "search"), Number(required(query, "candidate"))));
      },
    ],
    [
      "GET /report",
      async ({ query }) =>
        text("text/html", await options.report(archiveOf(query)), { "content-security-policy": REPORT_POLICY }),
    ],
    ["GET /api/study", ({ query }) => json({ text: readStudy(folder, required(query, "study")) })],
    ["GET /api/example", () => json({ text: options.example })],
    [
      "POST /api/check",
      async ({ body }) => {
        const path = textOf(body, "path");
        return json({ problems: await options.check(textOf(body, "text"), checkPlace(folder, path)) });
      },
    ],
    [
      "POST /api/assist",
      ({ body }) => {
        const written = textOf(body, "text");
        const offset = body["offset"];
        if (typeof offset !== "number" || !Number.isInteger(offset) || offset < 0 || offset > written.length)
          throw new RequestError(400, "offset is a place in the text");
        return json(assistance(written, offset, options.schema));
      },
    ],
    [
      "POST /api/studies",
      ({ body }) => {
        const path = textOf(body, "path");
        saveStudy(folder, path, textOf(body, "text"));
        return json({ path }, 201);
      },
    ],
    [
      "POST /api/runs",
      ({ body }) => {
        if (Object.hasOwn(body, "archive")) {
          const archive = textOf(body, "archive");
          fileInside(folder, archive);
          if (!archive.endsWith("/archive.sqlite"))
            throw new RequestError(400, `${archive} has no folder of its own to go on in`);
          const out = dirname(archive);
          fileInside(folder, `${out}/resolved.json`);
          return json(runs.start(archive, `${out}/resolved.json`, out), 201);
        }
        const study = textOf(body, "study");
        readStudy(folder, study);
        const name = study.slice(study.lastIndexOf("/") + 1).replace(/\.json$/u, "");
        return json(runs.start(study, study, `out/${name}`), 201);
      },
    ],
    [
      "POST /api/runs/stop",
      ({ body }) => {
        const { id } = body;
        if (typeof id !== "number") throw new RequestError(400, "id is the number of a run");
        return json(runs.stop(id));
      },
    ],
  ]);
}

/** What can be read, or why it cannot: a damaged archive is an answer, not a fault of the request. */
function readable<Value>(read: () => Value, folder: string): Value | { readonly unreadable: string } {
  try {
    return read();
  } catch (error) {
    if (error instanceof RequestError && error.status !== 422) throw error;
    return { unreadable: (error as Error).message.replaceAll(`${folder}/`, "") };
  }
}

/** Where the text stands or would stand, for the files beside it that it names. */
function checkPlace(folder: string, path: string): string {
  try {
    return fileInside(folder, path);
  } catch {
    return `${folder}/study.json`;
  }
}

function required(query: URLSearchParams, name: string): string {
  const value = query.get(name);
  if (value === null) throw new RequestError(400, `the address lacks "${name}"`);
  return value;
}

function asFile(name: string): Record<string, string> {
  return { "content-disposition": `attachment; filename="${name}"` };
}
