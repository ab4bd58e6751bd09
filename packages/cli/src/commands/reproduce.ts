import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { Archive } from "@neurofront/archive";
import type { ScheduleStep } from "@neurofront/core";
import { jsonDifferences } from "@neurofront/report";
import type { ReportInput } from "@neurofront/report";
import { runStudy } from "@neurofront/study";
import type { Evaluator, RunnableStudy } from "@neurofront/study";
import { readArchive } from "../archive-input.ts";
import type { Manifest } from "../bundle/manifest.ts";
import { readBundle } from "../bundle/read-bundle.ts";
import type { Bundle } from "../bundle/read-bundle.ts";
import { isReproduced, reproductionText } from "../bundle/reproduction-text.ts";
import { runDifferences } from "../bundle/run-differences.ts";
import { studyData, unpackStudyData } from "../bundle/study-data.ts";
import { WITHOUT_CACHE } from "../cache/open-cache.ts";
import { searchObserver } from "../evaluate/search-observer.ts";
import { studyEvaluator } from "../evaluate/study-evaluator.ts";
import type { ComputeOptions } from "../evaluate/study-threads.ts";
import { isArchiveFile } from "../is-archive-file.ts";
import { shownPath } from "../new-file.ts";
import type { OpenedCatalog } from "../plugins/open-catalog.ts";
import { progressView } from "../progress.ts";
import type { ProgressForm } from "../progress.ts";
import { resolveSource } from "../study-input.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

/** What `neurofront reproduce` takes. */
export interface ReproduceOptions extends Pick<ComputeOptions, "threads"> {
  /** Folder that keeps the archive of the new run; without it the run is thrown away. */
  readonly out?: string;
  readonly progress?: ProgressForm;
}

/** A run did not come out as its archive says. What differs has been printed. */
class ReproductionError extends Error {
  override readonly name = "ReproductionError";
}

/** An archive to be compared with, and what a bundle keeps beside it. */
interface Original {
  readonly archivePath: string;
  readonly input: ReportInput;
  /** Files that the study reads, as a bundle keeps them. */
  readonly files: ReadonlyMap<string, Uint8Array>;
  readonly damages: readonly string[];
  readonly madeWith: readonly string[];
}

/**
 * Run the study of an archive, or of a bundle, again with the present plugins, compare every candidate and verification, and say what
 * differs. A search that was made asynchronously is repeated in the order of its archive.
 *
 * @throws UsageError when it is neither
 * @throws StudyError when the present plugins cannot run its study
 * @throws ReproductionError when a number differs, or a file of the bundle was changed
 */
export async function reproduceCommand(
  path: string,
  options: ReproduceOptions,
  { catalog, extra }: OpenedCatalog,
  terminal: Terminal,
): Promise<void> {
  if (options.out !== undefined && existsSync(join(options.out, "archive.sqlite")))
    throw new UsageError(`${join(options.out, "archive.sqlite")} exists already; name another folder with --out`);
  const scratch = mkdtempSync(join(tmpdir(), "neurofront-reproduce-"));
  try {
    const then = isArchiveFile(path) ? originalIn(path) : originalOf(readBundle(path), path, scratch);
    const { study } = then.input;
    unpackStudyData(study, then.files, scratch);
    const runnable = await resolveSource(study, `study of ${path}`, catalog, scratch);
    for (const technology of runnable.resolved.technologies) await runnable.trainings.prepareAll(technology);
    const folder = options.out ?? scratch;
    mkdirSync(folder, { recursive: true });
    const target = join(folder, options.out === undefined ? "again.sqlite" : "archive.sqlite");
    const order = schedulesOf(then);
    const evaluator = await studyEvaluator(
      runnable,
      extra,
      { threads: options.threads },
      searchObserver(WITHOUT_CACHE),
    );
    try {
      await runAgain(runnable, target, order, evaluator, options.progress, terminal);
    } finally {
      await evaluator.close();
    }
    const reproduction = {
      damages: then.damages,
      resolved: jsonDifferences(study, runnable.resolved).filter(({ pointer }) => pointer !== "/hash"),
      madeWith: then.madeWith,
      searches: runDifferences(then.input, readArchive(target), order),
    };
    terminal.out.write(`${reproductionText(reproduction, terminal.columns)}\n`);
    if (options.out !== undefined) terminal.out.write(`\narchive  ${shownPath(target)}\n`);
    if (!isReproduced(reproduction)) throw new ReproductionError(`${shownPath(path)} was not reproduced`);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

function originalIn(archivePath: string): Original {
  const input = readArchive(archivePath);
  const files = new Map(studyData(input.study, dirname(archivePath)));
  return { archivePath, input, files, damages: [], madeWith: [] };
}

/** The archive of a bundle, by way of a file of our own. */
function originalOf(bundle: Bundle, bundlePath: string, scratch: string): Original {
  const content = bundle.files.get("archive.sqlite");
  if (content === undefined)
    throw new UsageError(`${bundlePath} holds no archive.sqlite: there is nothing to compare with`);
  const archivePath = join(scratch, "archive.sqlite");
  writeFileSync(archivePath, content);
  const input = readArchive(archivePath);
  return {
    archivePath,
    input,
    files: bundle.files,
    damages: [...bundle.damages, ...strays(bundle, input)],
    madeWith: madeElsewhere(bundle.manifest),
  };
}

/** The steps of the searches that were made asynchronously. */
function schedulesOf({ archivePath, input }: Original): ScheduleStep[] {
  const archive = Archive.open(archivePath);
  try {
    return (input.asynchronous ?? []).flatMap((search) => archive.schedule(search));
  } finally {
    archive.close();
  }
}

async function runAgain(
  runnable: RunnableStudy,
  path: string,
  order: readonly ScheduleStep[],
  evaluator: Evaluator,
  form: ProgressForm | undefined,
  terminal: Terminal,
): Promise<void> {
  const archive = Archive.create(path, runnable.resolved);
  try {
    // A run repeats the steps that its archive holds.
    archive.append([], [], order);
    const view = progressView(form ?? (terminal.interactive ? "bar" : "plain"), runnable.resolved.rank, terminal);
    await runStudy(runnable, archive, (progress) => view.show(progress), { evaluator });
    view.end();
  } finally {
    archive.close();
  }
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
