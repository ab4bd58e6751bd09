import type { Archive } from "@neurofront/archive";
import type { CandidateRecord, ChipSample, RevisionRecord, ScheduleStep } from "@neurofront/core";

/** What an earlier, stopped run of a search has left in the archive. */
export interface Past {
  /** Coordinates of a candidate; undefined where the run had not come to it. */
  coordinates(candidate: number): readonly number[] | undefined;
  /** Candidates as they were judged first, in the order asked for; undefined where the run had not come to one of them. */
  batch(candidates: readonly number[]): CandidateRecord[] | undefined;
  /** Later judgements of a round; empty where there were none, or the run had not come to it. */
  round(round: number): readonly RevisionRecord[];
  /** The chips drawn of candidates, whenever they were drawn. */
  samplesOf(records: readonly CandidateRecord[]): readonly ChipSample[];
  /** In which order results were told and proposals asked for; empty where the search was not made asynchronously. */
  readonly schedule: readonly ScheduleStep[];
}

/** So many candidates are read at a time: a search asks for them in their order, and there may be millions. */
const PAGE = 500;
/** Pages in memory: a batch may stand on two, and those of an asynchronous search are told in another order than they were asked for. */
const PAGES = 4;

/** Read the past of a search. What is appended from now on is none of it. */
export function pastOf(archive: Archive, search: string): Past {
  const known = recordsBefore(archive, search);
  const rounds = Map.groupBy(archive.revisions(search), ({ round }) => round);
  const samples = Map.groupBy(archive.samples(search), ({ candidate }) => candidate);
  return {
    coordinates: (candidate) => known(candidate)?.coordinates,
    batch(candidates) {
      // A batch is appended at once: all of it is there, or nothing, or what a repair could save.
      const records = candidates.flatMap((candidate) => known(candidate) ?? []);
      return records.length === candidates.length ? records : undefined;
    },
    round: (round) => rounds.get(round) ?? [],
    samplesOf: (records) => records.flatMap(({ candidate }) => samples.get(candidate) ?? []),
    schedule: archive.schedule(search),
  };
}

/** Candidates that the archive holds now. One that it does not hold is never asked for again once it has been appended. */
function recordsBefore(archive: Archive, search: string): (candidate: number) => CandidateRecord | undefined {
  const last = archive.lastCandidate(search);
  const pages = new Map<number, ReadonlyMap<number, CandidateRecord>>();
  return (candidate) => {
    if (candidate > last) return undefined;
    const first = candidate - (candidate % PAGE);
    let page = pages.get(first);
    if (page === undefined) {
      const records = archive.firstJudged(search, first, Math.min(first + PAGE - 1, last));
      page = new Map(records.map((record) => [record.candidate, record]));
      pages.set(first, page);
      if (pages.size > PAGES) pages.delete(pages.keys().next().value!);
    }
    return page.get(candidate);
  };
}
