import { join } from "node:path";
import { runStudy, searchesOf } from "@neurofront/study";
import { withCache } from "../cache/open-cache.ts";
import type { RunCache } from "../cache/open-cache.ts";
import { guardedTraining } from "../evaluate/guarded-training.ts";
import { searchObserver } from "../evaluate/search-observer.ts";
import { studyEvaluator } from "../evaluate/study-evaluator.ts";
import type { ComputeOptions } from "../evaluate/study-threads.ts";
import { openOutput } from "../open-output.ts";
import type { OpenedCatalog } from "../plugins/open-catalog.ts";
import { progressView } from "../progress.ts";
import { loadStudy } from "../study-input.ts";
import type { Terminal } from "../terminal.ts";
import { UsageError } from "../usage-error.ts";

/** What `neurofront shard` takes. */
export interface ShardOptions extends ComputeOptions {
  /** `3/8`: the third of eight. */
  readonly part: string;
  /** Folder in which each part has its own. */
  readonly out: string;
}

/**
 * Run the searches of a part of a study: part k of n does every n-th search from the k-th on. Searches know nothing of each other, so
 * the merged archive is that of one run.
 *
 * @throws UsageError when there is no such part
 */
export async function shardCommand(
  studyPath: string,
  options: ShardOptions,
  { catalog, extra }: OpenedCatalog,
  terminal: Terminal,
): Promise<void> {
  const notice = (text: string): void => void terminal.err.write(`${text}\n`);
  await withCache(options, extra, notice, (cache) =>
    shardCached(studyPath, options, { catalog, extra }, terminal, cache),
  );
}

async function shardCached(
  studyPath: string,
  options: ShardOptions,
  { catalog, extra }: OpenedCatalog,
  terminal: Terminal,
  cache: RunCache,
): Promise<void> {
  const runnable = await loadStudy(studyPath, catalog, {
    trainings: cache.trainings,
    train: guardedTraining(extra, options),
  });
  const searches = searchesOf(runnable.resolved);
  const { part, parts } = readPart(options.part, searches.length);
  const folder = join(options.out, `part-${part}`);
  const archive = await openOutput(runnable, folder, false, cache.trainings);
  try {
    const view = progressView("plain", runnable.resolved.rank, terminal);
    const evaluator = await studyEvaluator(runnable, extra, options, searchObserver(cache));
    try {
      const takes = (index: number): boolean => index % parts === part - 1;
      await runStudy(runnable, archive, (progress) => view.show(progress), {
        evaluator: cache.evaluator(runnable, evaluator),
        takes,
        asynchronous: options.asynchronous,
      });
    } finally {
      await evaluator.close();
    }
    view.end();
    terminal.out.write(`archive  ${join(folder, "archive.sqlite")}\n`);
  } finally {
    archive.close();
  }
}

function readPart(written: string, searches: number): { readonly part: number; readonly parts: number } {
  const groups = /^(?<part>\d{1,6})\/(?<parts>\d{1,6})$/u.exec(written)?.groups;
  const [part, parts] = [Number(groups?.["part"]), Number(groups?.["parts"])];
  if (part >= 1 && part <= parts && parts <= searches) return { part, parts };
  throw new UsageError(
    `part ${written}: the study has ${searches} searches, one for each technology and accounting, and a part has one at least; write 1/${searches} to ${searches}/${searches}, or fewer parts`,
  );
}
