import { accessSync, constants, existsSync, mkdtempSync, rmSync, statSync, statfsSync } from "node:fs";
import { availableParallelism, freemem, totalmem } from "node:os";
import { delimiter, dirname, join, resolve } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { cacheFile } from "@neurofront/cache";
import type { Catalog } from "@neurofront/study";
import { satisfies } from "../plugins/version-range.ts";

/** What was looked at, and what to do where something is missing. */
export interface Check {
  readonly subject: string;
  /** `wrong` keeps neurofront from working, `absent` keeps one thing from working. */
  readonly verdict: "ok" | "absent" | "wrong";
  /** What was found. */
  readonly found: string;
  /** What to do; absent where nothing is to be done. */
  readonly advice?: string;
}

const OLDEST_NODE = "24.15.0";
const LEAST_MEMORY_BYTES = 2 ** 30;
const LEAST_DISK_BYTES = 2 ** 28;

/** Programs that single things need, by the names under which they may be installed. */
const PROGRAMS: readonly (readonly [subject: string, names: readonly string[], use: string])[] = [
  ["Chromium", ["chromium", "chromium-browser", "google-chrome"], "the tests of reports in a browser"],
  ["ngspice", ["ngspice"], "running exported netlists and comparing models with them"],
  ["Redis", ["redis-server", "valkey-server"], "runs on several machines"],
];

/** The version of Node. */
export function nodeCheck(version: string = process.versions.node): Check {
  return satisfies(version, `>=${OLDEST_NODE}`)
    ? { subject: "Node", verdict: "ok", found: version }
    : { subject: "Node", verdict: "wrong", found: version, advice: `install Node ${OLDEST_NODE} or newer` };
}

/** Whether SQLite keeps its write-ahead log on the file system of a folder. */
export function sqliteCheck(folder: string): Check {
  const subject = "SQLite";
  let scratch: string | undefined;
  try {
    scratch = mkdtempSync(join(existing(folder), ".neurofront-doctor-"));
    const database = new DatabaseSync(join(scratch, "probe.sqlite"));
    const version = String(database.prepare("SELECT sqlite_version() AS version").get()!["version"]);
    const mode = String(database.prepare("PRAGMA journal_mode = WAL").get()!["journal_mode"]);
    database.exec("CREATE TABLE probe (x); INSERT INTO probe VALUES (1)");
    database.close();
    return mode === "wal"
      ? { subject, verdict: "ok", found: `${version}, write-ahead log works in ${folder}` }
      : {
          subject,
          verdict: "wrong",
          found: `${version}, no write-ahead log in ${folder}`,
          advice: "choose an output folder on a local disk: network file systems do not share the memory it needs",
        };
  } catch (error) {
    return {
      subject,
      verdict: "wrong",
      found: `no database in ${folder}: ${reasonOf(error)}`,
      advice: "choose another folder with --out",
    };
  } finally {
    if (scratch !== undefined) rmSync(scratch, { recursive: true, force: true });
  }
}

/** Cores and memory. */
export function machineChecks(memory_bytes: number = process.constrainedMemory() || totalmem()): Check[] {
  const whole_bytes = Math.min(memory_bytes, totalmem());
  const found = `${gibibytes(whole_bytes)}, ${gibibytes(Math.min(freemem(), whole_bytes))} of it free`;
  return [
    { subject: "cores", verdict: "ok", found: String(availableParallelism()) },
    whole_bytes >= LEAST_MEMORY_BYTES
      ? { subject: "memory", verdict: "ok", found }
      : { subject: "memory", verdict: "wrong", found, advice: `give it ${gibibytes(LEAST_MEMORY_BYTES)} at least` },
  ];
}

/** Whether there may be written into a folder, and how much. */
export function folderChecks(folder: string, free: (path: string) => number = freeBytes): Check[] {
  const place = existing(folder);
  try {
    accessSync(place, constants.W_OK);
  } catch {
    return [
      {
        subject: "output",
        verdict: "wrong",
        found: `${place} may not be written`,
        advice: "choose another folder with --out",
      },
    ];
  }
  const free_bytes = free(place);
  const found = `${gibibytes(free_bytes)} free for ${folder}`;
  return [
    { subject: "output", verdict: "ok", found: `${folder} may be written` },
    free_bytes >= LEAST_DISK_BYTES
      ? { subject: "disk", verdict: "ok", found }
      : {
          subject: "disk",
          verdict: "wrong",
          found,
          advice: `make room: an archive takes about 1 GB for a million candidates`,
        },
  ];
}

/**
 * Whether results can be kept for other runs, and how much there is.
 *
 * @param folder of the cache; undefined where the person goes without
 */
export function cacheCheck(folder: string | undefined): Check {
  const subject = "cache";
  if (folder === undefined) return { subject, verdict: "ok", found: "none, as NEUROFRONT_CACHE says" };
  const size_bytes = statSync(cacheFile(folder), { throwIfNoEntry: false })?.size ?? 0;
  try {
    accessSync(existing(folder), constants.W_OK);
    return { subject, verdict: "ok", found: `${gibibytes(size_bytes)} in ${folder}` };
  } catch {
    return {
      subject,
      verdict: "absent",
      found: `${folder} may not be written`,
      advice: "for results of earlier runs: name another folder in NEUROFRONT_CACHE",
    };
  }
}

/** The plugins that a command would have, each with its version. */
export async function pluginCheck(open: () => Promise<Catalog>): Promise<Check> {
  try {
    const { plugins } = await open();
    return {
      subject: "plugins",
      verdict: "ok",
      found: `${plugins.length}: ${plugins.map(({ id, version }) => `${id} ${version}`).join(", ")}`,
    };
  } catch (error) {
    return { subject: "plugins", verdict: "wrong", found: reasonOf(error), advice: "mend or leave out the plugin" };
  }
}

/** Programs that only some things need. */
export function programChecks(path: string = process.env["PATH"] ?? ""): Check[] {
  return PROGRAMS.map(([subject, names, use]): Check => {
    const place = path
      .split(delimiter)
      .flatMap((folder) => names.map((name) => join(folder, name)))
      .find((file) => existsSync(file) && statSync(file).isFile());
    return place === undefined
      ? { subject, verdict: "absent", found: "not on the path", advice: `for ${use}: install ${names[0]}` }
      : { subject, verdict: "ok", found: place };
  });
}

/** The folder, or the one above it that there is. */
function existing(folder: string): string {
  let place = resolve(folder);
  while (!existsSync(place) && dirname(place) !== place) place = dirname(place);
  return place;
}

function freeBytes(path: string): number {
  const { bavail, bsize } = statfsSync(path);
  return bavail * bsize;
}

function gibibytes(bytes: number): string {
  return `${(bytes / 2 ** 30).toFixed(1)} GiB`;
}

function reasonOf(error: unknown): string {
  return error instanceof Error ? error.message.split("\n")[0]! : String(error);
}
