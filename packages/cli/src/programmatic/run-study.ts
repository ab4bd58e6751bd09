import { Archive } from "@neurofront/archive";
import { bestOf, frontOf } from "@neurofront/core";
import type { CandidateRecord, Plugin, ResolvedStudy, VerificationRecord } from "@neurofront/core";
import { checkStudyValue, plainDocument, resolveStudy, runStudy as runToTheEnd, withMeasured } from "@neurofront/study";
import type { KnownParts, Progress, RunnableStudy, StudyFile } from "@neurofront/study";
import { withCache } from "../cache/open-cache.ts";
import type { RunCache } from "../cache/open-cache.ts";
import { guardedTraining } from "../evaluate/guarded-training.ts";
import { searchObserver } from "../evaluate/search-observer.ts";
import { studyEvaluator } from "../evaluate/study-evaluator.ts";
import type { ComputeOptions } from "../evaluate/study-threads.ts";
import { filesBeside } from "../measured-file.ts";
import { openOutput } from "../open-output.ts";
import { problemOfPlugin } from "../plugins/load-plugin.ts";
import type { LoadedPlugin } from "../plugins/load-plugin.ts";
import { openPlugins } from "../plugins/open-catalog.ts";
import { valueHash } from "../source-hash.ts";
import { loadStudy } from "../study-input.ts";
import { UsageError } from "../usage-error.ts";
import { ProgressLog } from "./progress-log.ts";

/**
 * How a program runs a study. Where a plugin is passed as a value, which no other thread can load, it is computed in this thread
 * unless threads are asked for.
 */
export interface RunStudyOptions extends Omit<ComputeOptions, "cache"> {
  /** Plugins besides those that ship: values, or names as for `--plugin`, looked up from the working folder. */
  readonly plugins?: readonly (Plugin | string)[];
  /** Folder for `archive.sqlite` and `resolved.json`; a run that was stopped goes on there. Without it nothing is written. */
  readonly out?: string;
  /** Folder where results are kept for other runs, and looked up; without it there is none. With a plugin that is a value nothing is kept. */
  readonly cache?: string;
  /** Stops the run between two batches. */
  readonly signal?: AbortSignal;
}

/** A finished run. */
export interface StudyResult {
  readonly study: ResolvedStudy;
  /** Every candidate, search by search. */
  readonly candidates: readonly CandidateRecord[];
  /** The best designs again, with chips drawn at random. */
  readonly verifications: readonly VerificationRecord[];
  /** Feasible designs of a search that no other one beats; a search is called technology/accounting: `dwm/full`. */
  readonly front: (search: string) => CandidateRecord[];
  /** The feasible design of a search that is best in the metric by which the study ranks; undefined where none is feasible. */
  readonly best: (search: string) => CandidateRecord | undefined;
}

/** A run that goes on. Its progress can be looped over; its result is a promise. */
export interface StudyRun extends AsyncIterable<Progress> {
  /** Rejects with what stopped the run: a StudyError, a ModelError, or the reason of the signal. */
  readonly result: Promise<StudyResult>;
}

/**
 * Run a study from a program.
 *
 * @param study path of a study file or of a resolved form, or the study itself, whose files are then in the working folder
 */
export function runStudy(study: string | StudyFile, options: RunStudyOptions = {}): StudyRun {
  const log = new ProgressLog();
  const result = runLogged(study, options, log);
  // A program that only loops gets the error from the loop.
  result.then(
    () => log.end({}),
    (error: unknown) => log.end({ error }),
  );
  return { result, [Symbol.asyncIterator]: () => log[Symbol.asyncIterator]() };
}

async function runLogged(study: string | StudyFile, options: RunStudyOptions, log: ProgressLog): Promise<StudyResult> {
  const { out, signal } = options;
  signal?.throwIfAborted();
  const { load, extra } = await openStudy(study, options.plugins ?? []);
  const caching = { ...options, cache: options.cache ?? (false as const) };
  return withCache(
    caching,
    extra,
    () => undefined,
    async (cache) => {
      const runnable = await load({ trainings: cache.trainings, train: guardedTraining(extra, options) });
      const archive = await openFor(runnable, out, cache);
      try {
        const evaluator = await studyEvaluator(runnable, extra, options, searchObserver(cache));
        try {
          await runToTheEnd(runnable, archive, (progress) => log.tell(progress), {
            evaluator: cache.evaluator(runnable, evaluator),
            signal,
            asynchronous: options.asynchronous,
          });
        } finally {
          await evaluator.close();
        }
        return resultOf(runnable.resolved, archive);
      } finally {
        archive.close();
      }
    },
  );
}

/** A study whose plugins are there, with those that do not ship. */
interface OpenedStudy {
  readonly load: (known: KnownParts) => Promise<RunnableStudy>;
  readonly extra: readonly LoadedPlugin[];
}

async function openStudy(study: string | StudyFile, plugins: readonly (Plugin | string)[]): Promise<OpenedStudy> {
  const named = plugins.filter((plugin) => typeof plugin === "string");
  const values = plugins.filter((plugin) => typeof plugin !== "string").map(loadedValue);
  if (typeof study === "string") {
    const { catalog, extra } = await openPlugins({ plugin: named }, study, values);
    return { load: (known) => loadStudy(study, catalog, known), extra };
  }
  const source = { path: "study.json", text: JSON.stringify(study) };
  const { catalog, extra } = await openPlugins({ plugin: named }, source, values);
  const file = "the study";
  const load: OpenedStudy["load"] = (known) => {
    const whole = withMeasured(catalog, plainDocument(study, file), filesBeside(source.path));
    return resolveStudy(checkStudyValue(study, file, whole), whole, ".", known);
  };
  return { load, extra };
}

function loadedValue(plugin: Plugin): LoadedPlugin {
  const problem = problemOfPlugin(plugin);
  if (problem !== undefined)
    throw new UsageError(`a plugin that was passed ${problem}; pass what definePlugin returns`);
  return { plugin, sourceHash: valueHash(plugin) };
}

async function openFor(
  runnable: RunnableStudy,
  out: string | undefined,
  { trainings }: Pick<RunCache, "trainings">,
): Promise<Archive> {
  if (out !== undefined) return openOutput(runnable, out, false, trainings);
  for (const technology of runnable.resolved.technologies) await runnable.trainings.prepareAll(technology, trainings);
  return Archive.create(":memory:", runnable.resolved);
}

function resultOf(study: ResolvedStudy, archive: Archive): StudyResult {
  const candidates = archive.candidates();
  const of = (search: string): CandidateRecord[] => candidates.filter((record) => record.search === search);
  return {
    study,
    candidates,
    verifications: archive.verifications(),
    front: (search) => frontOf(of(search)),
    best: (search) => bestOf(of(search), study.rank),
  };
}
