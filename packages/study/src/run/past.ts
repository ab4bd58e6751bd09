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

/** Read the past of a search. */
export function pastOf(archive: Archive, search: string): Past {
  const known = new Map(archive.firstJudged(search).map((record) => [record.candidate, record]));
  const rounds = Map.groupBy(archive.revisions(search), ({ round }) => round);
  const samples = Map.groupBy(archive.samples(search), ({ candidate }) => candidate);
  return {
    coordinates: (candidate) => known.get(candidate)?.coordinates,
    batch: (candidates) =>
      // A batch is appended at once: all of it is there, or nothing, or what a repair could save.
      candidates.every((candidate) => known.has(candidate))
        ? candidates.map((candidate) => known.get(candidate)!)
        : undefined,
    round: (round) => rounds.get(round) ?? [],
    samplesOf: (records) => records.flatMap(({ candidate }) => samples.get(candidate) ?? []),
    schedule: archive.schedule(search),
  };
}
