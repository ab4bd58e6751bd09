import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Archive } from "@neurofront/archive";
import { jsonDifferences } from "@neurofront/report";
import type { ReportInput } from "@neurofront/report";
import { runStudy } from "@neurofront/study";
import type { Catalog, RunnableStudy } from "@neurofront/study";
import { readArchive } from "../archive-input.ts";
import type { Manifest } from "../bundle/manifest.ts";
import { readBundle } from "../bundle/read-bundle.ts";
import type { Bundle } from "../bundle/read-bundle.ts";
import { isReproduced, reproductionText } from "../bundle/reproduction-text.ts";
import { runDifferences } from "../bundle/run-differences.ts";
import { unpackStudyData } from "../bundle/study-data.ts";
import { shownPath } from "../new-file.ts";
import { progressView } from "../progress.ts";
import type { ProgressForm } from "../progress.ts";
import { resolveSource } from "../study-input.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

/** What `neurofront reproduce` takes. */
export interface ReproduceOptions {
  /** Folder that keeps the archive of the new run; without it the run is thrown away. */
  readonly out?: string;
  readonly progress?: ProgressForm;
}

/** A run did not come out as its bundle says. What differs has been printed. */
class ReproductionError extends Error {
  override readonly name = "ReproductionError";
}

/**
 * Run the study of a bundle again with the present plugins, compare every candidate and verification, and say what differs.
 *
 * @throws UsageError when it is not a bundle
 * @throws StudyError when the present plugins cannot run its study
 * @throws ReproductionError when a number differs, or a file of the bundle was changed
 */
export async function reproduceCommand(
  bundlePath: string,
  options: ReproduceOptions,
  catalog: Catalog,
  terminal: Terminal,
): Promise<void> {
  if (options.out !== undefined && existsSync(join(options.out, "archive.sqlite")))
    throw new UsageError(`${join(options.out, "archive.sqlite")} exists already; name another folder with --out`);
  const bundle = readBundle(bundlePath);
  const scratch = mkdtempSync(join(tmpdir(), "neurofront-reproduce-"));
  try {
    const then = archiveOf(bundle, bundlePath, scratch);
    unpackStudyData(then.study, bundle.files, scratch);
    const runnable = await resolveSource(then.study, `study of ${bundlePath}`, catalog, scratch);
    for (const technology of runnable.resolved.technologies) await runnable.trainings.prepareAll(technology);
    const folder = options.out ?? scratch;
    mkdirSync(folder, { recursive: true });
    const path = join(folder, options.out === undefined ? "again.sqlite" : "archive.sqlite");
    const now = await runAgain(runnable, path, options.progress, terminal);
    const reproduction = {
      damages: [...bundle.damages, ...strays(bundle, then)],
      resolved: jsonDifferences(then.study, runnable.resolved).filter(({ pointer }) => pointer !== "/hash"),
      madeWith: madeElsewhere(bundle.manifest),
      searches: runDifferences(then, now),
    };
    terminal.out.write(`${reproductionText(reproduction, terminal.columns)}\n`);
    if (options.out !== undefined) terminal.out.write(`\narchive  ${shownPath(path)}\n`);
    if (!isReproduced(reproduction)) throw new ReproductionError("the bundle was not reproduced");
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

/** The archive of a bundle, by way of a file of our own. */
function archiveOf(bundle: Bundle, bundlePath: string, scratch: string): ReportInput {
  const content = bundle.files.get("archive.sqlite");
  if (content === undefined)
    throw new UsageError(`${bundlePath} holds no archive.sqlite: there is nothing to compare with`);
  const path = join(scratch, "archive.sqlite");
  writeFileSync(path, content);
  return readArchive(path);
}

async function runAgain(
  runnable: RunnableStudy,
  path: string,
  form: ProgressForm | undefined,
  terminal: Terminal,
): Promise<ReportInput> {
  const archive = Archive.create(path, runnable.resolved);
  try {
    const view = progressView(form ?? (terminal.interactive ? "bar" : "plain"), runnable.resolved.rank, terminal);
    await runStudy(runnable, archive, (progress) => view.show(progress));
    view.end();
  } finally {
    archive.close();
  }
  return readArchive(path);
}

/** Files of the bundle that tell of another study than its archive. */
function strays({ files, manifest }: Bundle, { study }: ReportInput): string[] {
  const own: readonly (readonly [name: string, value: unknown])[] = [
    ["study.json", study.source],
    ["resolved.json", study],
  ];
  return [
    ...(manifest.study === study.hash ? [] : ["manifest.json names another study than that of archive.sqlite"]),
    ...own.flatMap(([name, value]) => {
      const content = files.get(name);
      if (content === undefined) return [];
      return isSameJson(content, value) ? [] : [`${name} is not the study of archive.sqlite`];
    }),
  ];
}

function isSameJson(content: Uint8Array, value: unknown): boolean {
  try {
    return jsonDifferences(JSON.parse(Buffer.from(content).toString("utf8")), value, 1).length === 0;
  } catch {
    return false;
  }
}

function madeElsewhere({ madeWith }: Manifest): string[] {
  const here = { node: process.versions.node, platform: `${process.platform}-${process.arch}` };
  return (["node", "platform"] as const).flatMap((key) =>
    madeWith?.[key] === here[key] ? [] : [`${key} ${madeWith?.[key] ?? "unknown"} then, ${here[key]} now`],
  );
}
