import { readFileSync, rmSync, mkdtempSync, statSync } from "node:fs";
import { execFile } from "node:child_process";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import { startDashboard } from "@neurofront/dashboard";
import type { Dashboard, StudyProblem } from "@neurofront/dashboard";
import { StudyError, parseStudy, readDocument, studySchema, withMeasured } from "@neurofront/study";
import type { Catalog } from "@neurofront/study";
import { filesBeside } from "../measured-file.ts";
import { MINIMAL_STUDY } from "../minimal-study.ts";
import type { PluginOptions } from "../plugins/gather-plugins.ts";
import { pluginArguments } from "../plugins/plugin-arguments.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

/** What `neurofront serve` takes. */
export interface ServeOptions {
  /** Default: any that is free. */
  readonly port?: number;
}

/** The command itself, in a process of its own for what takes long. */
const COMMAND = [process.execPath, join(import.meta.dirname, "../../bin/neurofront.js")];

/**
 * Serve the studies and archives of a folder as a live page on loopback.
 *
 * @throws UsageError when there is no such folder, or the port is taken
 */
export async function serve(
  folder: string,
  { port = 0 }: ServeOptions,
  plugins: PluginOptions,
  catalog: Catalog,
  terminal: Terminal,
): Promise<Dashboard> {
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() !== true)
    throw new UsageError(`${folder}: there is no such folder to serve`);
  let dashboard: Dashboard;
  try {
    dashboard = await startDashboard({
      folder,
      port,
      command: COMMAND,
      runOptions: pluginArguments(plugins),
      schema: studySchema(catalog, "editor"),
      example: MINIMAL_STUDY,
      check: (text, path) => Promise.resolve(problemsOf(text, path, catalog)),
      report: (archive) => reportText(archive, plugins),
    });
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "EADDRINUSE")
      throw new UsageError(`port ${port} is taken; leave --port out for one that is free`, { cause: error });
    throw error;
  }
  terminal.out.write(
    `studies and archives of ${relative(process.cwd(), folder) || folder}: open\n\n  ${dashboard.url}\n\n` +
      `The address carries the token of this server and is for you alone. Stop it with Ctrl+C: runs that go on save first.\n`,
  );
  return dashboard;
}

/** Serve until the process is asked to stop. */
export async function serveCommand(...args: Parameters<typeof serve>): Promise<void> {
  const dashboard = await serve(...args);
  await new Promise<void>((resolve) => {
    for (const signal of ["SIGINT", "SIGTERM"] as const) process.once(signal, () => resolve());
  });
  await dashboard.close();
}

function problemsOf(text: string, path: string, catalog: Catalog): readonly StudyProblem[] {
  try {
    const whole = withMeasured(catalog, readDocument(text, "study"), filesBeside(path));
    parseStudy(text, "study", whole);
    return [];
  } catch (error) {
    if (error instanceof StudyError) return error.problems;
    throw error;
  }
}

/** In a process of its own: a large archive takes time, and the server goes on. */
async function reportText(archive: string, plugins: PluginOptions): Promise<string> {
  const folder = mkdtempSync(join(tmpdir(), "neurofront-report-"));
  try {
    const file = join(folder, "report.html");
    const [program, ...first] = COMMAND;
    await promisify(execFile)(program!, [...first, "report", archive, "--out", file, ...pluginArguments(plugins)]);
    return readFileSync(file, "utf8");
  } finally {
    rmSync(folder, { recursive: true });
  }
}
