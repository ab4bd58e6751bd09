import type { Archive } from "@neurofront/archive";
import { bestOf } from "@neurofront/core";
import { workloadsOf } from "./assessment-context.ts";
import type { Evaluator } from "./evaluate/evaluator.ts";
import { inProcessEvaluator } from "./evaluate/in-process.ts";
import type { RunnableStudy } from "./resolve.ts";
import { runSearch } from "./run/one-search.ts";
import type { Progress } from "./run/progress.ts";
import type { SearchProgress } from "./run/search-session.ts";
import { searchBeside } from "./run/searches-beside.ts";
import { TotalProgress } from "./run/total-progress.ts";
import { verifyBest } from "./run/verification.ts";
import { complete } from "./run/work.ts";
import { searchesOf } from "./search-start.ts";
import type { Search } from "./search-start.ts";

/** Who computes a run, and what may stop it. */
export interface RunSettings {
  /** This process, where none is named. Whoever made it closes it. */
  readonly evaluator?: Evaluator | undefined;
  /** Whether a search is done in this run, by its place among those of the study; all are where nothing is said. */
  readonly takes?: ((index: number) => boolean) | undefined;
  /**
   * Whether searches that begin now go on without batches: all workers are kept busy, and what is found depends on who is how fast. A
   * search that has begun goes on as it began.
   */
  readonly asynchronous?: boolean | undefined;
  /** Stops the run between two steps; what was archived stays, and a later run goes on from there. */
  readonly signal?: AbortSignal | undefined;
  /**
   * Ends the run without losing what is being computed: nothing is begun any more, what was begun is finished and archived. In a search
   * without batches that is every candidate asked for, else the batch, or the chips drawn of a front.
   */
  readonly ending?: AbortSignal | undefined;
}

/**
 * Run a study to the end of its budget. What the archive already holds is taken from there, so a run that was stopped goes
 * on where it was, with the same result.
 *
 * The networks of its searched trainings must have been prepared.
 *
 * @throws ModelError when models fail on too many candidates
 * @throws the reason of the signal that stops or ends the run
 */
export async function runStudy(
  runnable: RunnableStudy,
  archive: Archive,
  onProgress: (progress: Progress) => void,
  {
    evaluator = inProcessEvaluator(runnable),
    takes = () => true,
    asynchronous = false,
    signal,
    ending,
  }: RunSettings = {},
): Promise<void> {
  signal?.throwIfAborted();
  ending?.throwIfAborted();
  const { resolved } = runnable;
  const searches = searchesOf(resolved).filter((_, index) => takes(index));
  const total = new TotalProgress(searches, resolved.budget.evaluations, onProgress);
  const tell = (search: Search, progress: SearchProgress): void => total.tell(search, progress);
  const isInBatches = (search: Search): boolean => !isAsynchronous(archive, search, asynchronous);
  const goOn = (search: Search, stop: AbortSignal | undefined): Promise<void> =>
    runSearch(
      runnable,
      search,
      archive,
      (progress) => tell(search, progress),
      { evaluator, signal: stop, ending },
      !isInBatches(search),
    );
  for (let next = 0; next < searches.length;) {
    const together = isShared(archive) ? leading(searches.slice(next), isInBatches) : [];
    const { searchers } = evaluator;
    if (searchers === undefined || Math.min(together.length, searchers.count) < 2) {
      await goOn(searches[next++]!, signal);
      continue;
    }
    await searchBeside(together, searchers, {
      archivePath: archive.path,
      onProgress: tell,
      signal,
      ending,
      goOn(search, stop) {
        archive.reread(search.name);
        total.again(search);
        return goOn(search, stop);
      },
    });
    next += together.length;
  }
  if (resolved.variation.chips === 0) return;
  const verified = new Set(archive.verifications().map(({ search, candidate }) => `${search} ${candidate}`));
  for (const [index, search] of searches.entries()) {
    const all = archive.candidates(search.name);
    const best = bestOf(all, resolved.rank);
    if (best === undefined) continue;
    const setting = { study: resolved, search, workloadOf: workloadsOf(runnable) };
    const records = await complete(
      verifyBest(setting, all, ({ candidate }) => verified.has(`${search.name} ${candidate}`)),
      evaluator,
      signal,
    );
    archive.verify(records);
    onProgress({
      search: search.name,
      stage: "verify",
      done: records.length,
      budget: records.length,
      totalDone: index + 1,
      totalBudget: searches.length,
      best,
      notes: [],
    });
    ending?.throwIfAborted();
  }
}

/** Whether other threads can open an archive. */
function isShared({ path }: Archive): boolean {
  return path !== ":memory:";
}

/** Searches from the first on, as long as they are such. */
function leading(searches: readonly Search[], isSuch: (search: Search) => boolean): readonly Search[] {
  const end = searches.findIndex((search) => !isSuch(search));
  return end < 0 ? searches : searches.slice(0, end);
}

/** How a search goes on as it began, or begins. */
function isAsynchronous(archive: Archive, { name }: Search, isWanted: boolean): boolean {
  if (archive.schedule(name).length > 0) return true;
  return isWanted && archive.firstJudged(name, 0).length === 0;
}
