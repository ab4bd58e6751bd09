import { bestOf, frontOf, rungOf } from "@neurofront/core";
import type { CandidateRecord, ChipSample, MetricName } from "@neurofront/core";
import type { Racer } from "./race.ts";

/** Every candidate of a search as last judged, with the chips drawn of it. */
export class SearchState {
  readonly #records = new Map<number, CandidateRecord>();
  readonly #samples = new Map<string, ChipSample>();

  /** Candidates in the order in which they came. */
  get records(): CandidateRecord[] {
    return [...this.#records.values()];
  }

  record(candidate: number): CandidateRecord {
    return this.#records.get(candidate)!;
  }

  /** Take new candidates, or new judgements of old ones. */
  put(records: readonly CandidateRecord[], samples: readonly ChipSample[]): void {
    for (const record of records) this.#records.set(record.candidate, record);
    for (const sample of samples) this.#samples.set(keyOf(sample.candidate, sample.fidelity, sample.first), sample);
  }

  front(): CandidateRecord[] {
    return frontOf(this.records);
  }

  best(rank: MetricName): CandidateRecord | undefined {
    return bestOf(this.records, rank);
  }

  /** Members of the front that chips have found to keep every constraint, with the chips that all candidates have met. */
  rivals(rung: number): Racer[] {
    return this.front().flatMap((record): Racer[] => {
      const { monteCarlo, fidelity = "" } = record.assessment;
      const sample = this.#samples.get(keyOf(record.candidate, fidelity, 0));
      const standings = monteCarlo?.sampling?.standings ?? [];
      const isCertain = standings.every((one) => one === null || one === "met");
      return rungOf(record) === rung && sample !== undefined && isCertain
        ? [{ objectives: record.objectives, chips: sample }]
        : [];
    });
  }
}

function keyOf(candidate: number, fidelity: string, first: number): string {
  return `${candidate} ${fidelity} ${first}`;
}
