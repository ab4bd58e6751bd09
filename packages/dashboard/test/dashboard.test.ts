import { existsSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { createConnection } from "node:net";
import { networkInterfaces } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { setTimeout } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Explanation } from "@neurofront/report";
import type { ArchiveOverview, DrawnPart } from "../src/archive-view.ts";
import type { CandidatePage } from "../src/candidate-page.ts";
import type { FolderContents } from "../src/folder-contents.ts";
import type { Dashboard } from "../src/index.ts";
import type { Run } from "../src/runs.ts";
import { ask, change, smallDashboard, value } from "./small-dashboard.ts";
import type { SmallDashboard } from "./small-dashboard.ts";

let small: SmallDashboard;
let dashboard: Dashboard;
const done = "archive=out%2Fdone%2Farchive.sqlite";

beforeAll(async () => {
  small = await smallDashboard();
  ({ dashboard } = small);
});

afterAll(() => small.end());

type Folder = FolderContents & { readonly runs: readonly Run[] };

describe("who may ask", () => {
  it("listens on loopback alone", async () => {
    const others = Object.values(networkInterfaces())
      .flatMap((each) => each ?? [])
      .filter(({ internal, family }) => !internal && family === "IPv4");
    for (const { address } of others) {
      const outcome = await new Promise((resolve) => {
        const socket = createConnection(dashboard.port, address, () => resolve("open"));
        socket.on("error", () => resolve("closed"));
      });
      expect(outcome, address).toBe("closed");
    }
    expect(dashboard.url).toBe(`http://127.0.0.1:${dashboard.port}/#token=${dashboard.token}`);
    expect(dashboard.token).toMatch(/^[\w-]{32}$/u);
  });

  it.each([
    ["/", {}, 200],
    ["/style.css", {}, 200],
    ["/page/main.ts", {}, 200],
    ["/", { host: "evil.example" }, 421],
    ["/api/folder", {}, 200],
    ["/api/folder", { "x-neurofront-token": "" }, 401],
    ["/api/folder", { origin: "http://evil.example" }, 403],
    ["/report?archive=out/done/archive.sqlite", { "x-neurofront-token": "" }, 401],
    ["/nothing", {}, 404],
    ["/page/../dashboard.ts", {}, 404],
    ["/page/%2e%2e/dashboard.ts", {}, 404],
    ["/page/none.ts", {}, 404],
  ])("%s with %j: %d", async (path, headers, status) => {
    expect((await ask(dashboard, path, { headers })).status).toBe(status);
  });

  it.each(["/api/session", "/api/check", "/api/assist", "/api/studies", "/api/runs", "/api/runs/stop"])(
    "nothing is changed without the token at %s",
    async (path) => {
      const cookie = (await change(dashboard, "/api/session", {})).headers["set-cookie"]![0]!.split(";")[0]!;
      const without = await ask(dashboard, path, {
        method: "POST",
        headers: { "x-neurofront-token": "", cookie },
        body: "{}",
      });
      expect(without.status).toBe(401);
      const elsewhere = await ask(dashboard, path, {
        method: "POST",
        headers: { origin: "http://evil.example" },
        body: "{}",
      });
      expect(elsewhere.status).toBe(403);
    },
  );

  it("lets a browser read by a cookie that no script and no other site has", async () => {
    const [cookie] = (await change(dashboard, "/api/session", {})).headers["set-cookie"]!;
    expect(cookie).toMatch(/; HttpOnly; SameSite=Strict; Path=\/$/u);
    const headers = { "x-neurofront-token": "", cookie: cookie!.split(";")[0]! };
    expect((await ask(dashboard, "/api/folder", { headers })).status).toBe(200);
  });

  it.each(["/", "/api/folder", "/nothing"])("sends its headers with %s", async (path) => {
    const { headers } = await ask(dashboard, path);
    expect(headers["content-security-policy"]).toMatch(/^default-src 'none'; script-src 'self'; style-src 'self';/u);
    expect(headers["content-security-policy"]).not.toContain("unsafe");
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(headers["access-control-allow-origin"]).toBeUndefined();
  });

  it("shows a report in an origin of its own", async () => {
    const { headers, text } = await ask(dashboard, `/report?${done}`);
    expect(text).toContain("<title>report</title>");
    expect(headers["content-security-policy"]).toMatch(
      /^sandbox allow-scripts allow-downloads allow-popups; default-src 'none'/u,
    );
    expect(headers["content-security-policy"]).not.toContain("allow-same-origin");
  });
});

describe("what is asked", () => {
  it.each([
    ["too long", "/api/check", JSON.stringify({ text: "x".repeat(1_000_001) }), 413],
    ["not JSON", "/api/check", "{", 400],
    ["no object", "/api/check", "[]", 400],
    ["without its text", "/api/check", "{}", 400],
    ["with a text of another kind", "/api/check", `{"text": 1, "path": "a"}`, 400],
    ["with a text of its prototype", "/api/studies", `{"__proto__": {"path": "x.json", "text": ""}}`, 400],
    ["a place outside the text", "/api/assist", `{"text": "{}", "offset": 3}`, 400],
    ["a place that is no number", "/api/assist", `{"text": "{}", "offset": "0"}`, 400],
    ["no run", "/api/runs/stop", `{"id": 99}`, 404],
    ["an address that there is not", "/api/none", "{}", 405],
  ])("%s: %d", async (_case, path, body, status) => {
    expect((await change(dashboard, path, body)).status).toBe(status);
  });

  it("is JSON and nothing that a form can send", async () => {
    const headers = { "content-type": "text/plain" };
    expect((await ask(dashboard, "/api/check", { method: "POST", headers, body: "{}" })).status).toBe(415);
  });

  it.each(["PUT", "DELETE", "PATCH", "OPTIONS"])("%s is refused", async (method) => {
    expect((await ask(dashboard, "/api/folder", { method })).status).toBe(405);
  });

  it.each([
    ["/api/archive?archive=../archive.sqlite", 403],
    ["/api/archive?archive=%2Fetc%2Fpasswd", 403],
    ["/api/archive", 400],
    ["/api/archive?archive=none.sqlite", 404],
    ["/api/study?study=../a.json", 403],
    ["/api/study?study=run.cjs", 403],
    ["/api/study?study=link.json", 403],
    [`/api/candidates?${done}&sort=nothing`, 400],
    [`/api/candidates?${done}&sort=energy;DROP`, 400],
    [`/api/candidates?${done}&bound=energy:1%20kg:`, 400],
    [`/api/candidates?${done}&bound=search:1:2`, 400],
    [`/api/candidates?${done}&limit=100000`, 400],
    [`/api/candidates?${done}&offset=-1`, 400],
    [`/api/candidates?${done}&standing=good`, 400],
  ])("%s: %d", async (path, status) => {
    if (!existsSync(join(small.folder, "link.json"))) symlinkSync("/etc/hostname", join(small.folder, "link.json"));
    expect((await ask(dashboard, path)).status).toBe(status);
  });

  it("is answered by a tag, and by nothing where nothing has changed", async () => {
    const first = await ask(dashboard, `/api/archive?${done}`);
    const again = await ask(dashboard, `/api/archive?${done}`, { headers: { "if-none-match": first.headers.etag! } });
    expect([again.status, again.text]).toEqual([304, ""]);
  });
});

describe("the folder", () => {
  it("lists archives with what became of them, and studies", async () => {
    const { archives, studies, isCut } = await value<Folder>(dashboard, "/api/folder");
    expect(archives.map(({ path, status, share }) => [path, status, share])).toEqual([
      ["other/junk.sqlite", "unreadable", 0],
      ["out/done/archive.sqlite", "finished", 1],
      ["out/part/archive.sqlite", "stopped", 0.2],
    ]);
    expect(archives[0]!.reason).toMatch(/^other\/junk\.sqlite is not a neurofront archive/u);
    expect(studies.map(({ path }) => path)).toEqual(["studies/a.json", "studies/broken.json", "studies/long.json"]);
    expect(isCut).toBe(false);
  });

  it.each([
    ["a study of another form", "UPDATE archive SET value = '[1]' WHERE key = 'study'"],
    ["a study that is no JSON", "UPDATE archive SET value = '{' WHERE key = 'study'"],
    [
      "a metric that there is not",
      `UPDATE archive SET value = json_set(value, '$.rank', '__proto__') WHERE key = 'study'`,
    ],
    ["objectives that are no JSON", "UPDATE candidate SET objectives = '[1,' WHERE candidate = 1"],
    ["a candidate of no search", "UPDATE candidate SET search = 'none' WHERE rowid = 2"],
  ])("an archive with %s is shown as what it is, and the server goes on", async (_case, sql) => {
    const path = join(small.folder, "other/hostile.sqlite");
    writeFileSync(path, readFileSync(join(small.folder, "out/part/archive.sqlite")));
    const database = new DatabaseSync(path);
    database.exec(`PRAGMA foreign_keys = OFF; ${sql}`);
    database.close();
    const asked = "archive=other%2Fhostile.sqlite";
    const answers = await Promise.all(
      ["archive", "figures", "candidates", "explain"].map((each) =>
        ask(dashboard, `/api/${each}?${asked}&search=dwm%2Ffull&candidate=1`),
      ),
    );
    for (const { status, text } of answers) {
      expect([200, 422]).toContain(status);
      expect(JSON.parse(text)).toBeTypeOf("object");
    }
    expect((await ask(dashboard, "/api/folder")).status).toBe(200);
  });

  it("an archive that was cut short is unreadable", async () => {
    const whole = readFileSync(join(small.folder, "out/part/archive.sqlite"));
    writeFileSync(join(small.folder, "other/cut.sqlite"), whole.subarray(0, whole.length / 2));
    const answer = await value<{ unreadable?: string }>(dashboard, "/api/archive?archive=other%2Fcut.sqlite");
    expect(answer.unreadable).toMatch(/malformed|not a neurofront archive/u);
  });
});

describe("an archive", () => {
  it("has progress, headlines and columns", async () => {
    const overview = await value<ArchiveOverview>(dashboard, `/api/archive?${done}`);
    expect(overview.searches).toHaveLength(10);
    expect(overview.searches[0]).toMatchObject({ search: "dwm/paper", spent: 300, budget: 300, technologyIndex: 0 });
    expect(overview.searches.every(({ front, best }) => front > 0 && best.endsWith(" J s"))).toBe(true);
    expect(overview.headlines.map(({ accounting }) => accounting)).toEqual(["paper", "full"]);
    expect(overview.columns.find(({ id }) => id === "neuron.length_m")).toMatchObject({ unit: "m", isNumeric: true });
  });

  it("has the figures of its fronts, without style of their own", async () => {
    const { text } = await ask(dashboard, `/api/figures?${done}`);
    const parts = text
      .trimEnd()
      .split("\n")
      .map((line) => JSON.parse(line) as DrawnPart);
    expect(Object.keys(parts[0]!)).toEqual(["stamp"]);
    const figures = parts.flatMap((part) => ("figure" in part ? [part.figure] : []));
    const { designs } = parts.at(-1) as Extract<DrawnPart, { designs: unknown }>;
    expect(figures.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["energy-delay-paper", "energy-delay-full", "ledger"]),
    );
    for (const { markup } of figures) expect(markup).not.toMatch(/<style|style="/u);
    expect(Object.keys(designs.designs).length).toBeGreaterThan(1000);
  });

  it("is followed while it grows", async () => {
    const { candidates } = (await import("../../report/test/synthetic-candidates.ts")).syntheticInput(undefined, 300);
    const { Archive } = await import("@neurofront/archive");
    const path = "archive=out%2Fpart%2Farchive.sqlite";
    const before = await value<ArchiveOverview>(dashboard, `/api/archive?${path}`);
    const archive = Archive.open(join(small.folder, "out/part/archive.sqlite"), "write");
    archive.append(candidates.filter(({ candidate }) => candidate >= 60 && candidate < 90));
    const after = await value<ArchiveOverview>(dashboard, `/api/archive?${path}`);
    const { archives } = await value<Folder>(dashboard, "/api/folder");
    archive.close();
    expect(before.searches.map(({ assessed }) => assessed)).toEqual(Array(10).fill(60));
    expect(after.searches.map(({ assessed }) => assessed)).toEqual(Array(10).fill(90));
    expect(after.stamp).not.toBe(before.stamp);
    expect(archives.find(({ path: each }) => each === "out/part/archive.sqlite")!.status).toBe("running");
  });

  it("has a table that is filtered, sorted and paged", async () => {
    const query = `${done}&search=dwm%2Ffull&standing=feasible&bound=energy::10%20fJ&sort=edp&limit=5`;
    const page = await value<CandidatePage>(dashboard, `/api/candidates?${query}`);
    expect(page.rows).toHaveLength(5);
    expect(page.count).toBeGreaterThan(10);
    expect(page.rows.every(({ search, standing }) => search === "dwm/full" && standing === "feasible")).toBe(true);
    const cell = (id: string, row: number): string =>
      page.rows[row]!.cells[page.columns.findIndex((each) => each.id === id)]!;
    expect(cell("energy", 0)).toMatch(/^\d+(?:\.\d+)? [fa]J$/u);
    expect(cell("edp", 0)).toMatch(/e-2\d J s$/u);
    expect(Number.parseFloat(cell("edp", 0))).toBeLessThanOrEqual(Number.parseFloat(cell("edp", 4)));
    const csv = await ask(dashboard, `/api/candidates.csv?${query}`);
    expect(csv.headers["content-disposition"]).toBe(`attachment; filename="candidates.csv"`);
    const lines = csv.text.trimEnd().split("\r\n");
    expect(lines).toHaveLength(page.count + 1);
    expect(lines[0]).toMatch(/^search,candidate,violation \[1\],reason,energy \[J\],/u);
  });

  it("has its fronts in the table", async () => {
    const overview = await value<ArchiveOverview>(dashboard, `/api/archive?${done}`);
    const page = await value<CandidatePage>(dashboard, `/api/candidates?${done}&standing=front`);
    expect(page.count).toBe(overview.searches.reduce((sum, { front }) => sum + front, 0));
  });

  it("explains a candidate", async () => {
    const explained = await value<Explanation>(dashboard, `/api/explain?${done}&search=dwm%2Ffull&candidate=3`);
    expect(explained.title).toContain("candidate 3 of dwm/full");
    expect(explained.sections.map(({ title }) => title)).toEqual(expect.arrayContaining(["metrics", "delay by phase"]));
    expect((await ask(dashboard, `/api/explain?${done}&search=dwm%2Ffull&candidate=300`)).status).toBe(404);
  });
});

describe("a study", () => {
  it("is read, checked and helped with", async () => {
    expect(await value(dashboard, "/api/study?study=studies%2Fa.json")).toEqual({
      text: `{ "title": "A study <b>", "held": {}, "technologies": {} }`,
    });
    const checked = await change(dashboard, "/api/check", { text: "{", path: "studies/a.json" });
    expect(JSON.parse(checked.text)).toEqual({
      problems: [{ line: 1, column: 2, pointer: "", message: "is not legal" }],
    });
    const helped = await change(dashboard, "/api/assist", { text: "{  }", offset: 2 });
    expect(JSON.parse(helped.text)).toMatchObject({ proposals: [{ label: "title", detail: "what it asks" }] });
  });

  it("is saved as a new file inside the folder, and replaces none", async () => {
    expect((await change(dashboard, "/api/studies", { path: "studies/new.json", text: "{}" })).status).toBe(201);
    expect(readFileSync(join(small.folder, "studies/new.json"), "utf8")).toBe("{}");
    expect((await change(dashboard, "/api/studies", { path: "studies/new.json", text: "[]" })).status).toBe(409);
    expect(readFileSync(join(small.folder, "studies/new.json"), "utf8")).toBe("{}");
  });

  it.each([
    "../x.json",
    "/tmp/x.json",
    "studies/../../x.json",
    ".hidden.json",
    "x.ts",
    "none/x.json",
    "studies/.x.json",
    "a b.json",
    "",
  ])("is not saved as %j", async (path) => {
    const { status } = await change(dashboard, "/api/studies", { path, text: "{}" });
    expect([400, 403, 404]).toContain(status);
  });
});

describe("a run", () => {
  const runs = async (): Promise<readonly Run[]> => (await value<Folder>(dashboard, "/api/folder")).runs;
  const state = async (id: number): Promise<Run> => (await runs()).find((run) => run.id === id)!;
  const ended = async (id: number): Promise<Run> => {
    while (["running", "stopping"].includes((await state(id)).state)) await setTimeout(30);
    return state(id);
  };

  it("is the command with the study, its folder and what was let in", async () => {
    const { text, status } = await change(dashboard, "/api/runs", { study: "studies/a.json" });
    const run = JSON.parse(text) as Run;
    expect([status, run.archive]).toEqual([201, "out/a/archive.sqlite"]);
    expect(await ended(run.id)).toMatchObject({
      state: "finished",
      said: `asked run ${small.folder}/studies/a.json --out ${small.folder}/out/a --progress json --plugin x`,
    });
  });

  it("goes on from the resolved form of an archive", async () => {
    const { text } = await change(dashboard, "/api/runs", { archive: "out/part/archive.sqlite" });
    const { said } = await ended((JSON.parse(text) as Run).id);
    expect(said).toContain(`${small.folder}/out/part/resolved.json --out ${small.folder}/out/part `);
  });

  it("that fails says why", async () => {
    const { text } = await change(dashboard, "/api/runs", { study: "studies/broken.json" });
    const run = await ended((JSON.parse(text) as Run).id);
    expect([run.state, run.said.split("\n")[1]]).toEqual(["failed", "studies/broken.json:1:2 is broken"]);
  });

  it("is stopped by a signal, and is not started twice at once", async () => {
    const { text } = await change(dashboard, "/api/runs", { study: "studies/long.json" });
    const { id } = JSON.parse(text) as Run;
    expect((await change(dashboard, "/api/runs", { study: "studies/long.json" })).status).toBe(409);
    await setTimeout(200);
    expect((await state(id)).state).toBe("running");
    expect(JSON.parse((await change(dashboard, "/api/runs/stop", { id })).text)).toMatchObject({ state: "stopping" });
    expect((await ended(id)).state).toBe("stopped");
  });

  it.each([
    { study: "../a.json" },
    { study: "studies/none.json" },
    { archive: "other/junk.sqlite" },
    { archive: "../x/archive.sqlite" },
    {},
  ])("of %j is refused", async (body) => {
    const before = (await runs()).length;
    expect((await change(dashboard, "/api/runs", body)).status).toBeGreaterThanOrEqual(400);
    expect(await runs()).toHaveLength(before);
  });
});
