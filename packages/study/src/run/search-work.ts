import type { Archive } from "@neurofront/archive";
import type { CandidateRecord } from "@neurofront/core";
import type { RunnableStudy } from "../resolve.ts";
import { BATCH } from "../search-start.ts";
import type { Search } from "../search-start.ts";
import { assessBatch } from "./assess-batch.ts";
import type { SearchArchive } from "./late-archive.ts";
import { drawElites } from "./revise-front.ts";
import {
  finished,
  idleOptimizer,
  noted,
  openSession,
  progressOf,
  proposedDesigns,
  revised,
  tell,
} from "./search-session.ts";
import type { SearchProgress, Session } from "./search-session.ts";
import type { Work } from "./work.ts";

/**
 * The work of one search: ask, assess, append, tell, until the budget is spent; from time to time, and at the end, the members of
 * the front are drawn again. What the archive holds already is taken from there, so a search that was stopped goes on where it
 * was.
 *
 * The budget counts assessments at the lowest fidelity; one at a higher fidelity counts as many as its declared cost.
 *
 * @param written where the search writes
 * @throws ModelError when models fail on too many candidates
 */
export function* searchWork(
  runnable: RunnableStudy,
  search: Search,
  archive: Archive,
  onProgress: (progress: SearchProgress) => void,
  written: SearchArchive = archive,
): Work<void> {
  const session = openSession(runnable, search, archive, written);
  const { setting, state, failures, budget, lastAsk, betweenElites } = session;
  let nextElites = betweenElites;
  while (session.spent + 1 <= lastAsk) {
    const batch = proposedDesigns(session, Math.min(BATCH, Math.floor(lastAsk - session.spent)));
    if (batch.length === 0) throw idleOptimizer(session);
    const records = yield* appended(session, batch, budget - session.spent);
    failures.count(search, records);
    tell(session, records);
    onProgress(progressOf(session, noted(session)));
    if (session.spent < nextElites || session.spent + 1 > lastAsk) continue;
    nextElites += betweenElites;
    yield* revised(session, drawElites(setting, state));
  }
  yield* finished(session, onProgress);
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
