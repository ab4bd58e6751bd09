import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from "node:fs";
import { request } from "node:http";
import type { IncomingHttpHeaders } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Archive } from "@neurofront/archive";
import { syntheticInput } from "../../report/test/synthetic-candidates.ts";
import { startDashboard } from "../src/index.ts";
import type { Dashboard } from "../src/index.ts";

/** A dashboard over a folder of its own, without plugins: what needs them is stood in for. */
export interface SmallDashboard {
  readonly dashboard: Dashboard;
  readonly folder: string;
  end(): Promise<void>;
}

/** A run that writes what it was asked for, and ends when it is told to. */
const STAND_IN = `
process.stderr.write('{"event":"progress"}\\nasked ' + process.argv.slice(2).join(" ") + "\\n");
if (process.argv[3].includes("broken")) { process.stderr.write("studies/broken.json:1:2 is broken\\n"); process.exit(2); }
if (process.argv[3].includes("long")) { setInterval(() => {}, 1000); process.on("SIGINT", () => process.exit(0)); }
`;

/** Start one, with an archive of a few candidates, a study, and files that are neither. */
export async function smallDashboard(): Promise<SmallDashboard> {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), "neurofront-dashboard-")));
  for (const name of ["studies", "out/done", "out/part", "other"]) mkdirSync(join(folder, name), { recursive: true });
  const input = syntheticInput(undefined, 300);
  for (const [name, share] of [
    ["done", 1],
    ["part", 0.2],
  ] as const) {
    const archive = Archive.create(join(folder, `out/${name}/archive.sqlite`), input.study);
    archive.append(input.candidates.filter(({ candidate }) => candidate < share * 300));
    archive.close();
    writeFileSync(join(folder, `out/${name}/resolved.json`), JSON.stringify(input.study));
  }
  writeFileSync(join(folder, "studies/a.json"), `{ "title": "A study <b>", "held": {}, "technologies": {} }`);
  for (const name of ["broken", "long"])
    writeFileSync(join(folder, `studies/${name}.json`), `{ "held" "technologies" `);
  writeFileSync(join(folder, "other/data.json"), `{ "held": 1 }`);
  writeFileSync(join(folder, "other/junk.sqlite"), "this is no database");
  writeFileSync(join(folder, "run.cjs"), STAND_IN);
  const dashboard = await startDashboard({
    folder,
    command: [process.execPath, join(folder, "run.cjs")],
    runOptions: ["--plugin", "x"],
    schema: { properties: { title: { type: "string", description: "what it asks" } } },
    example: `{ "title": "" }`,
    check: (text) =>
      Promise.resolve(text === "{}" ? [] : [{ line: 1, column: 2, pointer: "", message: "is not legal" }]),
    report: () => Promise.resolve("<!doctype html><title>report</title>"),
  });
  return {
    dashboard,
    folder,
    async end() {
      await dashboard.close();
      rmSync(folder, { recursive: true });
    },
  };
}

/** What a server answered. */
export interface Heard {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

/** Ask a server with headers and a path that a browser might refuse to send. */
export function ask(
  { port, token }: Dashboard,
  path: string,
  options: { readonly method?: string; readonly headers?: Record<string, string>; readonly body?: string } = {},
): Promise<Heard> {
  const headers = { "x-neurofront-token": token, "content-type": "application/json", ...options.headers };
  return new Promise((resolve, reject) => {
    const asked = request({ host: "127.0.0.1", port, path, method: options.method ?? "GET", headers }, (answer) => {
      let text = "";
      answer.setEncoding("utf8").on("data", (part: string) => (text += part));
      answer.on("end", () => resolve({ status: answer.statusCode!, headers: answer.headers, text }));
    });
    asked.on("error", reject);
    asked.end(options.body);
  });
}

/** The value that a path answers with. */
export async function value<Value>(dashboard: Dashboard, path: string): Promise<Value> {
  return JSON.parse((await ask(dashboard, path)).text) as Value;
}

/** Ask for a change. */
export function change(dashboard: Dashboard, path: string, body: unknown): Promise<Heard> {
  return ask(dashboard, path, { method: "POST", body: typeof body === "string" ? body : JSON.stringify(body) });
}
