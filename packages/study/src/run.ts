import { bestOf, frontOf } from "@neurofront/core";
import type { CandidateRecord, ResolvedStudy, TechnologyDesign } from "@neurofront/core";
import type { Archive } from "@neurofront/archive";
import { assess } from "@neurofront/system";
import type { AssessmentContext, TechnologyModels } from "@neurofront/system";
import { assessmentContext } from "./assessment-context.ts";
import type { RunnableStudy } from "./resolve.ts";
import { judge, needsChips, scoreOf } from "./score.ts";
import { BATCH, searchesOf, startSearch } from "./search-start.ts";
import type { Search } from "./search-start.ts";

/** What a run tells while it goes on. */
export interface Progress {
  readonly search: string;
  readonly stage: "search" | "verify";
  /** Of this search. */
  readonly done: number;
  readonly budget: number;
  /** Of the whole study. */
  readonly totalDone: number;
  readonly totalBudget: number;
  /** Best feasible candidate of this search so far. */
  readonly best: CandidateRecord | undefined;
  /** What the optimizer decided since the last time. */
  readonly notes: readonly string[];
}

/** A model threw or answered nonsense: a defect of its plugin. Names plugin, candidate and values. */
export class ModelError extends Error {
  override readonly name = "ModelError";
}

/**
 * Run a study to the end of its budget. What the archive already holds is taken from there, so a run that was stopped goes
 * on where it was, with the same result.
 *
 * @throws ModelError when a model throws
 */
export function runStudy(runnable: RunnableStudy, archive: Archive, onProgress: (progress: Progress) => void): void {
  const { resolved } = runnable;
  const searches = searchesOf(resolved);
  const { evaluations } = resolved.budget;
  const context = assessmentContext(runnable);
  const chips = needsChips(resolved) ? resolved.variation.chips : 0;
  for (const [index, search] of searches.entries()) {
    const models = runnable.models.get(search.technology.name)!;
    const known = new Map(archive.candidates(search.name).map((record) => [record.candidate, record]));
    const recorded = (id: number): readonly number[] | undefined => known.get(id)?.coordinates;
    const { space, optimizer, budget } = startSearch(runnable, search, recorded);
    const all: CandidateRecord[] = [];
    let noteCount = 0;
    while (all.length < budget) {
      const proposals = optimizer.ask(Math.min(BATCH, budget - all.length));
      if (proposals.length === 0)
        throw new Error(`optimizer ${resolved.optimizer.model} proposes nothing although all its proposals were told`);
      const records = proposals.map(({ id, coordinates }) => {
        const stored = known.get(id);
        if (stored !== undefined) return stored;
        const design = space.decode(coordinates);
        return judged(
          search,
          id,
          [...coordinates],
          design,
          assessCandidate(models, search, id, design, context, chips),
          resolved,
        );
      });
      archive.append(records.filter(({ candidate }) => !known.has(candidate)));
      optimizer.tell(records.map((record) => scoreOf(record.candidate, record.assessment.status, record)));
      all.push(...records);
      const notes = optimizer.takeNotes?.() ?? [];
      archive.note(
        notes.map((text, k) => ({ search: search.name, number: noteCount + k, assessed: all.length, text })),
      );
      noteCount += notes.length;
      onProgress({
        search: search.name,
        stage: "search",
        done: all.length,
        budget,
        totalDone: index * evaluations + all.length,
        totalBudget: searches.length * evaluations,
        best: bestOf(all, resolved.rank),
        notes,
      });
    }
  }
  verifyBest(runnable, archive, context, onProgress);
}

function judged(
  search: Search,
  candidate: number,
  coordinates: readonly number[],
  design: TechnologyDesign,
  assessment: CandidateRecord["assessment"],
  study: ResolvedStudy,
): CandidateRecord {
  const { objectives, violation, violations } = judge(assessment, study);
  return {
    search: search.name,
    candidate,
    coordinates,
    design,
    assessment: { ...assessment, violations },
    objectives,
    violation,
  };
}

function assessCandidate(
  models: TechnologyModels,
  search: Search,
  candidate: number,
  design: TechnologyDesign,
  context: AssessmentContext,
  chips: number,
): CandidateRecord["assessment"] {
  let assessment: CandidateRecord["assessment"];
  try {
    assessment = assess(models, design, search.accounting, context, chips);
  } catch (error) {
    throw new ModelError(
      `a model of technology "${search.technology.name}" (${models.neuron.id}, ${models.synapse.id}, ${models.interconnect.id}) failed on candidate ${candidate} of ${search.name}: ` +
        `${error instanceof Error ? error.message : String(error)}\ndesign: ${JSON.stringify(design)}`,
      { cause: error },
    );
  }
  for (const [metric, value] of Object.entries(assessment.metrics)) {
    if (!Number.isFinite(value))
      throw new ModelError(
        `technology "${search.technology.name}" (${models.neuron.id}, ${models.synapse.id}, ${models.interconnect.id}) gave ${metric} = ${value} for candidate ${candidate} of ${search.name}; ` +
          `a design without an answer must be "impossible"\ndesign: ${JSON.stringify(design)}`,
      );
  }
  return assessment;
}

/** Draw chips for the best design of each search and the two ends of its front. */
function verifyBest(
  runnable: RunnableStudy,
  archive: Archive,
  context: AssessmentContext,
  onProgress: (progress: Progress) => void,
): void {
  const { resolved } = runnable;
  const { chips } = resolved.variation;
  if (chips === 0) return;
  const stored = new Set(archive.verifications().map(({ search, candidate }) => `${search} ${candidate}`));
  const searches = searchesOf(resolved);
  for (const [index, search] of searches.entries()) {
    const all = archive.candidates(search.name);
    const best = bestOf(all, resolved.rank);
    if (best === undefined) continue;
    const front = frontOf(all).toSorted((a, b) => a.objectives[0]! - b.objectives[0]!);
    const chosen = [...new Set([best, front[0]!, front.at(-1)!])].filter(
      ({ candidate }) => !stored.has(`${search.name} ${candidate}`),
    );
    const models = runnable.models.get(search.technology.name)!;
    archive.verify(
      chosen.map((record) => ({
        search: search.name,
        candidate: record.candidate,
        assessment: assessCandidate(models, search, record.candidate, record.design, context, chips),
      })),
    );
    onProgress({
      search: search.name,
      stage: "verify",
      done: chosen.length,
      budget: chosen.length,
      totalDone: index + 1,
      totalBudget: searches.length,
      best,
      notes: [],
    });
  }
}
