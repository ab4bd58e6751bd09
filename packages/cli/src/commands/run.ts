import { writeFileSync } from "node:fs";
import { basename, join, relative } from "node:path";
import type { Archive } from "@neurofront/archive";
import { asynchronousText, compareTechnologies, renderReport } from "@neurofront/report";
import { runStudy } from "@neurofront/study";
import type { Progress } from "@neurofront/study";
import { withCache } from "../cache/open-cache.ts";
import type { RunCache } from "../cache/open-cache.ts";
import { guardedPictures } from "../evaluate/guarded-pictures.ts";
import { guardedTraining } from "../evaluate/guarded-training.ts";
import { searchObserver } from "../evaluate/search-observer.ts";
import { studyEvaluator } from "../evaluate/study-evaluator.ts";
import type { ComputeOptions } from "../evaluate/study-threads.ts";
import { observedArchive, timedEvaluator, timedStore, timedStudy } from "../observe/observed.ts";
import { RunLog } from "../observe/run-log.ts";
import { StageClock } from "../observe/stage-clock.ts";
import { openOutput } from "../open-output.ts";
import type { PluginOptions } from "../plugins/gather-plugins.ts";
import type { OpenedCatalog } from "../plugins/open-catalog.ts";
import { pluginArguments } from "../plugins/plugin-arguments.ts";
import { progressView } from "../progress.ts";
import type { ProgressForm } from "../progress.ts";
import { DRAWING, leftOutText } from "../report-pictures.ts";
import { stopSignals } from "../stop-signals.ts";
import { loadStudy } from "../study-input.ts";
import { cacheText, comparisonText, failuresText } from "../summary.ts";
import type { Terminal } from "../terminal.ts";
import { wrapText } from "../wrapped-text.ts";

/** What `neurofront run` takes. */
export interface RunOptions extends ComputeOptions, PluginOptions {
  /** Output folder; default out/<name of the study file>. */
  readonly out?: string;
  readonly progress?: ProgressForm;
  /** Replace the archive of another study. */
  readonly overwrite?: boolean;
  /** File to which events are appended, one JSON object a line. */
  readonly log?: string;
  /** Print at the end what the time was spent on. */
  readonly profile?: boolean;
}

/**
 * Run a study file, or go on with one that was stopped, and write archive, resolved form and report.
 *
 * @throws UsageError when the output folder holds another study's archive
 * @throws StudyError when the study is not legal; nothing has been written then
 * @throws StoppedError when a signal asked the run to end; what it had begun has been saved then
 */
export async function runCommand(
  studyPath: string,
  options: RunOptions,
  { catalog, extra }: OpenedCatalog,
  terminal: Terminal,
): Promise<void> {
  const form = options.progress ?? (terminal.interactive ? "bar" : "plain");
  const notice = (text: string): void =>
    void terminal.err.write(`${form === "json" ? JSON.stringify({ event: "notice", text }) : text}\n`);
  const clock = new StageClock();
  await withCache(
    options,
    extra,
    notice,
    (cache) => runCached(studyPath, options, { catalog, extra }, terminal, { form, notice, clock, cache }),
    (store) => timedStore(store, clock),
  );
}

/** When a run that was asked to stop does so. */
const ENDING_BATCH = "stopping when this batch is saved";
const ENDING_CANDIDATES = "no other candidate is begun, stopping when those that were are saved";

/** What a run is given besides its options. */
interface RunSurroundings {
  readonly form: ProgressForm;
  readonly notice: (text: string) => void;
  readonly clock: StageClock;
  readonly cache: RunCache;
}

async function runCached(
  studyPath: string,
  options: RunOptions,
  { catalog, extra }: OpenedCatalog,
  terminal: Terminal,
  { form, notice, clock, cache }: RunSurroundings,
): Promise<void> {
  const runnable = await loadStudy(studyPath, catalog, {
    trainings: cache.trainings,
    train: guardedTraining(extra, options),
  });
  const { resolved } = runnable;
  const folder = options.out ?? join("out", basename(studyPath).replace(/\.jsonc?$/u, ""));
  const archivePath = join(folder, "archive.sqlite");
  const log = new RunLog(options.log);
  const archive = observedArchive(
    await openOutput(runnable, folder, options.overwrite ?? false, cache.trainings),
    clock,
    log,
  );
  const { title, hash, seed } = resolved;
  log.write("start", { study: studyPath, title, hash, seed, archive: archivePath, node: process.versions.node });
  try {
    const view = progressView(form, resolved.rank, terminal);
    const { asynchronous = false } = options;
    for (const text of modeNotices(archive, asynchronous)) notice(text);
    let search = "";
    const isAsynchronous = (): boolean =>
      search === "" ? asynchronous : archive.asynchronousSearches().includes(search);
    const stop = stopSignals(
      terminal,
      () => (isAsynchronous() ? ENDING_CANDIDATES : ENDING_BATCH),
      `neurofront run ${[shown(studyPath), "--out", shown(folder), ...argumentsToGoOn(options)].join(" ")}`,
    );
    const observer = searchObserver(cache, { onNotice: notice, clock, log });
    const evaluator = await studyEvaluator(runnable, extra, options, observer, notice);
    try {
      await runStudy(
        timedStudy(runnable, clock),
        archive,
        (progress) => {
          ({ search } = progress);
          view.show(progress);
          logProgress(log, progress);
        },
        { ending: stop.ending, evaluator: cache.evaluator(runnable, timedEvaluator(evaluator, clock)), asynchronous },
      );
    } finally {
      stop.release();
      await evaluator.close();
      view.end();
    }
    const input = {
      study: resolved,
      candidates: archive.candidates(),
      verifications: archive.verifications(),
      notes: archive.notes(),
      asynchronous: archive.asynchronousSearches(),
      samples: archive.samples(),
    };
    const reportPath = join(folder, "report.html");
    notice(DRAWING);
    await clock.timeAsync("report", async () => {
      const pictures = await guardedPictures(
        runnable,
        extra,
        { path: archivePath, candidates: input.candidates },
        options,
      );
      if (typeof pictures === "string") notice(leftOutText(pictures));
      writeFileSync(reportPath, await renderReport(typeof pictures === "string" ? input : { ...input, ...pictures }));
    });
    const comparison = compareTechnologies(input);
    const cached = cache.reading();
    if (form === "json")
      terminal.out.write(
        `${JSON.stringify({ event: "result", archive: archivePath, report: reportPath, ...(cached === undefined ? {} : { cache: cached }), headlines: comparison.accountings.map(({ accounting, headline }) => ({ accounting, headline })) })}\n`,
      );
    else {
      terminal.out.write(`${comparisonText(comparison, input, terminal.columns)}\n\n`);
      if (input.asynchronous.length > 0)
        terminal.out.write(`${wrapText(asynchronousText(input.asynchronous), terminal.columns)}\n\n`);
      terminal.err.write(failuresText(input, terminal.columns));
      terminal.out.write(
        `report   ${shown(reportPath)}\narchive  ${shown(archivePath)}\nresolved ${shown(join(folder, "resolved.json"))}\n`,
      );
      if (cached !== undefined) terminal.out.write(`${cacheText(cached)}\n`);
    }
    if (options.profile === true) terminal.err.write(`\n${clock.text(terminal.columns)}\n`);
    log.write("end", { outcome: "done", candidates: input.candidates.length, cache: cached, ...clock.reading() });
  } catch (error) {
    if (error instanceof Error)
      log.write("end", { outcome: error.name === "StoppedError" ? "stopped" : "failed", message: error.message });
    throw error;
  } finally {
    archive.close();
  }
}

/** Options without which a run would not go on in the same way. */
function argumentsToGoOn(options: RunOptions): string[] {
  return [...(options.asynchronous === true ? ["--asynchronous"] : []), ...pluginArguments(options)];
}

/** What one should know who goes on with searches in another mode than they began. */
function modeNotices(archive: Archive, asynchronous: boolean): string[] {
  const ordered = new Set(archive.asynchronousSearches());
  const begun = [...new Set(archive.counts().map(({ search }) => search))];
  const others = begun.filter((search) => ordered.has(search) !== asynchronous);
  if (others.length === 0) return [];
  return [`${others.join(", ")}: goes on ${asynchronous ? "in batches" : "asynchronously"}, as it began`];
}

function logProgress(log: RunLog, { search, stage, done, budget, totalDone, totalBudget, notes }: Progress): void {
  log.write("progress", { search, stage, done, budget, totalDone, totalBudget });
  for (const text of notes) log.write("note", { search, text });
}

function shown(path: string): string {
  return relative(process.cwd(), path) || path;
}
