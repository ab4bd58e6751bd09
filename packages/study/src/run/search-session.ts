import type { Archive } from "@neurofront/archive";
import type { CandidateRecord, Optimizer } from "@neurofront/core";
import { workloadsOf } from "../assessment-context.ts";
import type { RunnableStudy } from "../resolve.ts";
import { scoreOf } from "../score.ts";
import { startSearch } from "../search-start.ts";
import type { Search } from "../search-start.ts";
import type { Space } from "../space.ts";
import type { Assessed } from "./assess-batch.ts";
import type { SearchSetting } from "./assess-group.ts";
import { searchChips } from "./chip-schedule.ts";
import { designAtFidelity } from "./design-at-fidelity.ts";
import { FailureCount } from "./model-failure.ts";
import type { SearchArchive } from "./late-archive.ts";
import { pastOf } from "./past.ts";
import type { Past } from "./past.ts";
import { costsOf, spentOn } from "./promotion.ts";
import { drawElites, promoteFront } from "./revise-front.ts";
import { SearchState } from "./search-state.ts";
import type { Work } from "./work.ts";

/** Of the budget of a technology with several fidelities, what the search leaves for the promotion of its last front. */
const KEPT_FOR_FRONT = 0.1;

/** The front is drawn again when the search has spent another such share of its budget, and at its end. */
const BETWEEN_ELITES = 0.25;

/** How far a search is. */
export interface SearchProgress {
  /** In assessments at the lowest fidelity. */
  readonly spent: number;
  readonly budget: number;
  /** Best feasible candidate so far. */
  readonly best: () => CandidateRecord | undefined;
  /** What the optimizer decided since the last time. */
  readonly notes: readonly string[];
}

/** Told when something of a search has been archived. */
export type OnProgress = (progress: SearchProgress) => void;

/** What is told first, and then ends the search where that is asked for: nothing is being computed at that moment. */
export function endingAfter(onProgress: OnProgress, ending: AbortSignal | undefined): OnProgress {
  return (progress) => {
    onProgress(progress);
    ending?.throwIfAborted();
  };
}

/** What the steps of a search share. */
export interface Session {
  readonly setting: SearchSetting;
  readonly space: Space;
  readonly state: SearchState;
  readonly archive: SearchArchive;
  readonly past: Past;
  readonly optimizer: Optimizer;
  readonly failures: FailureCount;
  /** Of an assessment at each fidelity, lowest first. */
  readonly costs: readonly number[];
  /** In assessments at the lowest fidelity; one at a higher fidelity counts as many as its declared cost. */
  readonly budget: number;
  /** What may be spent before the optimizer is asked for the last time. */
  readonly lastAsk: number;
  readonly betweenElites: number;
  spent: number;
  /** Rounds of revision so far. */
  rounds: number;
  /** Notes of the optimizer so far. */
  notes: number;
}

/**
 * A search before its first proposal, with what an earlier run of it has left in the archive.
 *
 * @param written where the search writes
 */
export function openSession(
  runnable: RunnableStudy,
  search: Search,
  archive: Archive,
  written: SearchArchive = archive,
): Session {
  const { resolved: study } = runnable;
  const past = pastOf(archive, search.name);
  const { space, optimizer, budget: asked } = startSearch(runnable, search, (candidate) => past.coordinates(candidate));
  const costs = costsOf(search.technology.fidelities);
  const isJudgedAgain = searchChips(study).most > 0 || costs.length > 1;
  // Where nothing is free there is one design, at every fidelity.
  const isSearched = space.dimensions.length > 0;
  const budget = isSearched ? asked : costs.reduce((sum, cost) => sum + cost, 0);
  const lastAsk = isSearched && costs.length > 1 ? Math.floor((1 - KEPT_FOR_FRONT) * budget) : asked;
  return {
    setting: { study, search, workloadOf: workloadsOf(runnable) },
    space,
    state: new SearchState(study.rank, isJudgedAgain),
    archive: written,
    past,
    optimizer,
    failures: new FailureCount(),
    costs,
    budget,
    lastAsk,
    betweenElites: BETWEEN_ELITES * lastAsk,
    spent: 0,
    rounds: 0,
    notes: 0,
  };
}

/** Designs of the next proposals, at most `count`. */
export function proposedDesigns({ space, optimizer }: Session, count: number) {
  return optimizer.ask(count).map(({ id, coordinates }) => ({
    candidate: id,
    coordinates: [...coordinates],
    design: space.decode(coordinates),
  }));
}

/** Tell the optimizer what became of its proposals, and count what that has cost. */
export function tell(session: Session, records: readonly CandidateRecord[]): void {
  session.optimizer.tell(records.map(toldScore));
  for (const record of records) session.spent += spentOn(record, session.costs);
}

/** An optimizer that has been told everything has another proposal. */
export function idleOptimizer({ setting }: Session): Error {
  return new Error(`optimizer ${setting.study.optimizer.model} proposes nothing although all its proposals were told`);
}

/** Candidates judged again, archived and told to the optimizer, or as an earlier run had judged them. */
export function* revised(session: Session, work: Work<Assessed>): Work<readonly CandidateRecord[]> {
  const { state, archive, past, optimizer } = session;
  const round = session.rounds++;
  const stored = past.round(round).map(({ candidate, assessment, objectives, violation }) => {
    const record = state.record(candidate);
    return {
      ...record,
      design: designAtFidelity(record.design, assessment.fidelity),
      assessment,
      objectives,
      violation,
    };
  });
  const { records, samples } = stored.length > 0 ? { records: stored, samples: past.samplesOf(stored) } : yield* work;
  if (records.length === 0) return [];
  if (stored.length === 0)
    archive.revise(
      records.map(({ search, candidate, assessment, objectives, violation }) => ({
        search,
        candidate,
        round,
        assessment,
        objectives,
        violation,
      })),
      samples,
    );
  state.put(records, samples);
  optimizer.refine?.(records.map(toldScore));
  return records;
}

/** The end of a search, after its last proposal was told: its front goes to the highest fidelity, and is drawn again. */
export function* finished(session: Session, onProgress: OnProgress): Work<void> {
  const { setting, state, failures, costs, budget } = session;
  failures.end(setting.search);
  for (;;) {
    const promotions = yield* revised(session, promoteFront(setting, state, budget - session.spent));
    for (const { assessment } of promotions) session.spent += costs[assessment.lower!.length]!;
    const elites = yield* revised(session, drawElites(setting, state));
    // Every candidate is judged but once at each fidelity, and again by the chips of elites: this ends.
    if (promotions.length + elites.length === 0) return;
    onProgress(progressOf(session, noted(session)));
  }
}

/** What the optimizer has decided since the last time, archived. */
export function noted(session: Session): readonly string[] {
  const { setting, state, archive, optimizer } = session;
  const notes = optimizer.takeNotes?.() ?? [];
  if (notes.length === 0) return notes;
  archive.note(
    notes.map((text, k) => ({
      search: setting.search.name,
      number: session.notes + k,
      assessed: state.count,
      text,
    })),
  );
  session.notes += notes.length;
  return notes;
}

/** How far a session is. */
export function progressOf({ state, spent, budget }: Session, notes: readonly string[]): SearchProgress {
  return { spent, budget, best: () => state.best(), notes };
}

function toldScore(record: CandidateRecord) {
  const { status, monteCarlo } = record.assessment;
  return scoreOf(record.candidate, status, record, monteCarlo?.sampling?.standardErrors);
}
