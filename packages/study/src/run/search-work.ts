import type { Archive } from "@neurofront/archive";
import type { CandidateRecord, Optimizer } from "@neurofront/core";
import { workloadsOf } from "../assessment-context.ts";
import type { RunnableStudy } from "../resolve.ts";
import { scoreOf } from "../score.ts";
import { BATCH, startSearch } from "../search-start.ts";
import type { Search } from "../search-start.ts";
import { assessBatch } from "./assess-batch.ts";
import type { Assessed } from "./assess-batch.ts";
import type { SearchSetting } from "./assess-group.ts";
import { searchChips } from "./chip-schedule.ts";
import { designAtFidelity } from "./design-at-fidelity.ts";
import { FailureCount } from "./model-failure.ts";
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
  readonly state: SearchState;
  /** In assessments at the lowest fidelity. */
  readonly spent: number;
  readonly budget: number;
  /** What the optimizer decided since the last time. */
  readonly notes: readonly string[];
}

/** What the steps of a search share. */
interface Session {
  readonly setting: SearchSetting;
  readonly state: SearchState;
  readonly archive: Archive;
  readonly past: Past;
  readonly optimizer: Optimizer;
  /** Rounds of revision so far. */
  rounds: number;
  /** Notes of the optimizer so far. */
  notes: number;
}

/**
 * The work of one search: ask, assess, append, tell, until the budget is spent; from time to time, and at the end, the members of
 * the front are drawn again. What the archive holds already is taken from there, so a search that was stopped goes on where it
 * was.
 *
 * The budget counts assessments at the lowest fidelity; one at a higher fidelity counts as many as its declared cost.
 *
 * @throws ModelError when models fail on too many candidates
 */
export function* searchWork(
  runnable: RunnableStudy,
  search: Search,
  archive: Archive,
  onProgress: (progress: SearchProgress) => void,
): Work<void> {
  const { resolved: study } = runnable;
  const past = pastOf(archive, search.name);
  const { space, optimizer, budget: asked } = startSearch(runnable, search, (candidate) => past.coordinates(candidate));
  const setting: SearchSetting = { study, search, workloadOf: workloadsOf(runnable) };
  const isJudgedAgain = searchChips(study).most > 0 || costsOf(search.technology.fidelities).length > 1;
  const state = new SearchState(study.rank, isJudgedAgain);
  const session: Session = { setting, state, archive, past, optimizer, rounds: 0, notes: 0 };
  const failures = new FailureCount();
  const costs = costsOf(search.technology.fidelities);
  // Where nothing is free there is one design, at every fidelity.
  const isSearched = space.dimensions.length > 0;
  const budget = isSearched ? asked : costs.reduce((sum, cost) => sum + cost, 0);
  const lastAsk = isSearched && costs.length > 1 ? Math.floor((1 - KEPT_FOR_FRONT) * budget) : asked;
  let spent = 0;
  let nextElites = BETWEEN_ELITES * lastAsk;
  while (spent + 1 <= lastAsk) {
    const proposals = optimizer.ask(Math.min(BATCH, Math.floor(lastAsk - spent)));
    if (proposals.length === 0)
      throw new Error(`optimizer ${study.optimizer.model} proposes nothing although all its proposals were told`);
    const batch = proposals.map(({ id, coordinates }) => ({
      candidate: id,
      coordinates: [...coordinates],
      design: space.decode(coordinates),
    }));
    const records = yield* appended(session, batch, budget - spent);
    failures.count(search, records);
    optimizer.tell(records.map(toldScore));
    for (const record of records) spent += spentOn(record, costs);
    onProgress({ state, spent, budget, notes: noted(session) });
    if (spent < nextElites || spent + 1 > lastAsk) continue;
    nextElites += BETWEEN_ELITES * lastAsk;
    yield* revised(session, drawElites(setting, state));
  }
  failures.end(search);
  for (;;) {
    const promotions = yield* revised(session, promoteFront(setting, state, budget - spent));
    for (const { assessment } of promotions) spent += costs[assessment.lower!.length]!;
    const elites = yield* revised(session, drawElites(setting, state));
    // Every candidate is judged but once at each fidelity, and again by the chips of elites: this ends.
    if (promotions.length + elites.length === 0) return;
    onProgress({ state, spent, budget, notes: noted(session) });
  }
}

/** A batch assessed and appended, or as an earlier run had appended it. */
function* appended(
  { setting, state, archive, past }: Session,
  batch: Parameters<typeof assessBatch>[2],
  left: number,
): Work<readonly CandidateRecord[]> {
  const stored = past.batch(batch.map(({ candidate }) => candidate));
  if (stored !== undefined) {
    state.put(stored, past.samplesOf(stored));
    yield [];
    return stored;
  }
  const { records, samples } = yield* assessBatch(setting, state, batch, left);
  // A repaired archive may hold some of a batch; they were assessed with the others, and have come out the same.
  const isNew = ({ candidate }: { readonly candidate: number }): boolean => past.coordinates(candidate) === undefined;
  archive.append(records.filter(isNew), samples.filter(isNew));
  state.put(records, samples);
  return records;
}

/** Candidates judged again, archived and told to the optimizer, or as an earlier run had judged them. */
function* revised(session: Session, work: Work<Assessed>): Work<readonly CandidateRecord[]> {
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

/** What the optimizer has decided since the last time, archived. */
function noted(session: Session): readonly string[] {
  const { setting, state, archive, optimizer } = session;
  const notes = optimizer.takeNotes?.() ?? [];
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

function toldScore(record: CandidateRecord) {
  const { status, monteCarlo } = record.assessment;
  return scoreOf(record.candidate, status, record, monteCarlo?.sampling?.standardErrors);
}
