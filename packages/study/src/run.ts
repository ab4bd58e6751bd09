import type { Archive } from "@neurofront/archive";
import { bestOf } from "@neurofront/core";
import { workloadsOf } from "./assessment-context.ts";
import type { RunnableStudy } from "./resolve.ts";
import { assessor } from "./run/assessor.ts";
import type { Progress } from "./run/progress.ts";
import { searchWork } from "./run/search-work.ts";
import { verifyBest } from "./run/verification.ts";
import { complete } from "./run/work.ts";
import { searchesOf } from "./search-start.ts";

/**
 * Run a study to the end of its budget. What the archive already holds is taken from there, so a run that was stopped goes
 * on where it was, with the same result.
 *
 * The networks of its searched trainings must have been prepared.
 *
 * @throws ModelError when a model throws
 */
export function runStudy(runnable: RunnableStudy, archive: Archive, onProgress: (progress: Progress) => void): void {
  const { resolved } = runnable;
  const searches = searchesOf(resolved);
  const { evaluations } = resolved.budget;
  const answer = assessor(runnable);
  for (const [index, search] of searches.entries()) {
    const work = searchWork(runnable, search, archive, ({ state, spent, budget, notes }) =>
      onProgress({
        search: search.name,
        stage: "search",
        done: spent,
        budget,
        totalDone: index * evaluations + spent,
        totalBudget: searches.length * evaluations,
        best: state.best(resolved.rank),
        notes,
      }),
    );
    complete(work, answer);
  }
  if (resolved.variation.chips === 0) return;
  const verified = new Set(archive.verifications().map(({ search, candidate }) => `${search} ${candidate}`));
  for (const [index, search] of searches.entries()) {
    const all = archive.candidates(search.name);
    const best = bestOf(all, resolved.rank);
    if (best === undefined) continue;
    const setting = { study: resolved, search, workloadOf: workloadsOf(runnable) };
    const records = complete(
      verifyBest(setting, all, ({ candidate }) => verified.has(`${search.name} ${candidate}`)),
      answer,
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
  }
}
