import type { Archive } from "@neurofront/archive";
import { breathe } from "../evaluate/breath.ts";
import type { Evaluator } from "../evaluate/evaluator.ts";
import type { RunnableStudy } from "../resolve.ts";
import { BATCH } from "../search-start.ts";
import type { Search } from "../search-start.ts";
import { assessBatch } from "./assess-batch.ts";
import type { Assessed } from "./assess-batch.ts";
import { eliteChips } from "./chip-schedule.ts";
import { PendingWork } from "./pending-work.ts";
import { drawElites } from "./revise-front.ts";
import {
  finished,
  endingAfter,
  idleOptimizer,
  noted,
  openSession,
  progressOf,
  proposedDesigns,
  revised,
  tell,
} from "./search-session.ts";
import type { OnProgress, Session } from "./search-session.ts";
import { complete } from "./work.ts";
import type { Work } from "./work.ts";

/** Who computes a search, and what may stop it. */
export interface Computing {
  readonly evaluator: Evaluator;
  readonly signal?: AbortSignal | undefined;
  /** Ends it when every candidate that was asked for is archived. */
  readonly ending?: AbortSignal | undefined;
}

/** Longest time between two words of progress. */
const SILENCE_MS = 200;

/**
 * One search without batches: as soon as the evaluator has room the optimizer is asked for another proposal, and each result is
 * appended and told when it comes. A candidate is judged by what had been told when it was proposed, so the order of asking and
 * telling decides everything; the archive records it.
 *
 * Where the archive holds steps of that order they are repeated, whoever computes: what is missing of their candidates is assessed
 * as it was, or would have been. Then the search goes on. An end that is asked for while steps are repeated comes between two of them.
 *
 * @throws ModelError when models fail on too many candidates
 * @throws the reason of the signal that stops or ends the search
 */
export async function searchAsynchronously(
  runnable: RunnableStudy,
  search: Search,
  archive: Archive,
  onProgress: OnProgress,
  computing: Computing,
): Promise<void> {
  const { evaluator, signal, ending } = computing;
  const session = openSession(runnable, search, archive);
  const pending = new PendingWork<Assessed>(evaluator, signal);
  const steps = stepsOf(session, pending, computing, onProgress);
  try {
    for (const { told, asked: count } of session.past.schedule) {
      await breathe();
      signal?.throwIfAborted();
      ending?.throwIfAborted();
      await steps.repeat(told, count);
    }
    while (!steps.isOver()) {
      signal?.throwIfAborted();
      await steps.take();
    }
    ending?.throwIfAborted();
  } finally {
    await pending.end();
  }
  await complete(finished(session, endingAfter(onProgress, ending)), evaluator, signal);
}

/** The steps that a search can take: a result is told, or none at the start and after later judgements, and then proposals are asked for. */
function stepsOf(
  session: Session,
  pending: PendingWork<Assessed>,
  { evaluator, signal, ending }: Computing,
  onProgress: OnProgress,
) {
  const { setting, state, archive, past, failures, costs, budget, lastAsk, betweenElites } = session;
  const search = setting.search.name;
  const dearest = costs.reduce((sum, cost) => sum + cost, 0);
  const waiting = new Set<number>();
  // Without other chips to draw there is nothing to wait for.
  let nextElites = eliteChips(setting.study).most > 0 ? betweenElites : Infinity;
  let taken = 0;
  const spoken = { count: 0, time_ms: -Infinity };

  /** Proposals that may be asked for: those that wait are counted at the lowest fidelity. */
  const room = (): number => {
    if (ending?.aborted === true) return 0;
    const known = session.spent + waiting.size;
    return Math.max(0, Math.min(Math.floor(lastAsk - known), Math.ceil(nextElites - known)));
  };

  /** As many proposals as there are up to a number, with the work on each that the archive does not hold. */
  const proposed = (most: number): { readonly candidate: number; readonly work?: Work<Assessed> }[] => {
    const all: { readonly candidate: number; readonly work?: Work<Assessed> }[] = [];
    while (all.length < most) {
      const designs = proposedDesigns(session, most - all.length);
      if (designs.length === 0) break;
      for (const design of designs) {
        // Whatever becomes of those that wait, the budget holds for this one too.
        const left = budget - session.spent - dearest * waiting.size;
        const { candidate } = design;
        const isStored = past.coordinates(candidate) !== undefined;
        all.push({ candidate, ...(isStored ? {} : { work: assessBatch(setting, state.asOfNow(), [design], left) }) });
        waiting.add(candidate);
      }
    }
    return all;
  };

  const resultOf = async (candidate: number): Promise<Assessed & { readonly isStored: boolean }> => {
    const stored = past.batch([candidate]);
    if (stored !== undefined) return { records: stored, samples: past.samplesOf(stored), isStored: true };
    return { ...(await pending.take(candidate)), isStored: false };
  };

  const speak = (): void => {
    const notes = noted(session);
    const now_ms = performance.now();
    if (notes.length === 0 && state.count < spoken.count + BATCH && now_ms - spoken.time_ms < SILENCE_MS) return;
    Object.assign(spoken, { count: state.count, time_ms: now_ms });
    onProgress(progressOf(session, notes));
  };

  /** @param isNew whether the archive does not hold the step */
  const step = async (told: number | null, most: () => number, isNew: boolean): Promise<number> => {
    const result = told === null ? { records: [], samples: [], isStored: true } : await resultOf(told);
    const { records, samples, isStored } = result;
    if (told !== null) waiting.delete(told);
    state.put(records, samples);
    tell(session, records);
    const proposals = proposed(most());
    if (isNew && waiting.size === 0 && room() > 0) throw idleOptimizer(session);
    const steps = isNew ? [{ search, step: taken, told, asked: proposals.length }] : [];
    if (isNew || !isStored) archive.append(isStored ? [] : records, isStored ? [] : samples, steps);
    taken++;
    failures.count(setting.search, records);
    for (const { candidate, work } of proposals) if (work !== undefined) pending.start(candidate, work);
    speak();
    if (waiting.size === 0 && session.spent >= nextElites && session.spent + 1 <= lastAsk) {
      // They are drawn when this step is repeated.
      ending?.throwIfAborted();
      nextElites += betweenElites;
      await complete(revised(session, drawElites(setting, state)), evaluator, signal);
    }
    return proposals.length;
  };

  return {
    isOver: () => waiting.size === 0 && room() === 0,
    /** Take the next step: with the result that comes first. */
    async take(): Promise<void> {
      const told = waiting.size === 0 ? null : await pending.next();
      await step(told, () => Math.min(room(), evaluator.slots() - waiting.size), true);
    },
    /** Take a step that the archive holds. */
    async repeat(told: number | null, count: number): Promise<void> {
      const found = await step(told, () => count, false);
      if (found !== count)
        throw new Error(
          `the archive says that ${search} asked for ${count} proposals in step ${taken - 1}, and the optimizer makes ${found} there`,
        );
    },
  };
}
