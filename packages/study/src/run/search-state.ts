import { bestOf, frontOf, rungOf } from "@neurofront/core";
import type { CandidateRecord, ChipSample, MetricName } from "@neurofront/core";
import type { Racer } from "./race.ts";

/** What of a search decides what becomes of a new candidate. */
export interface Known {
  /** Candidates in the order in which they came. */
  readonly records: readonly CandidateRecord[];
  /** Members of the front at a fidelity that chips have found to keep every constraint, with the chips that all candidates have met. */
  rivals(rung: number): Racer[];
}

/**
 * Every candidate of a search as last judged, with the chips drawn of it. Where none is judged again, its best and their number are all
 * that is kept: a search may have millions.
 */
export class SearchState implements Known {
  readonly #rank: MetricName;
  readonly #isJudgedAgain: boolean;
  readonly #records = new Map<number, CandidateRecord>();
  readonly #samples = new Map<string, ChipSample>();
  #count = 0;
  #best: CandidateRecord | undefined;
  /** Unknown after later judgements, until someone asks. */
  #front: readonly CandidateRecord[] | undefined = [];
  /** Fidelity that any candidate has come to. */
  #highestRung = 0;

  /** @param isJudgedAgain whether candidates may be promoted, or drawn chips of again */
  constructor(rank: MetricName, isJudgedAgain: boolean) {
    this.#rank = rank;
    this.#isJudgedAgain = isJudgedAgain;
  }

  /** How many candidates there are. */
  get count(): number {
    return this.#isJudgedAgain ? this.#records.size : this.#count;
  }

  get records(): CandidateRecord[] {
    return [...this.#records.values()];
  }

  record(candidate: number): CandidateRecord {
    return this.#records.get(candidate)!;
  }

  /** Take new candidates, or new judgements of old ones. */
  put(records: readonly CandidateRecord[], samples: readonly ChipSample[]): void {
    if (!this.#isJudgedAgain) {
      this.#count += records.length;
      this.#best = bestOf(this.#best === undefined ? records : [this.#best, ...records], this.#rank);
      return;
    }
    const isNew = records.every(({ candidate }) => !this.#records.has(candidate));
    for (const record of records) {
      this.#records.set(record.candidate, record);
      this.#highestRung = Math.max(this.#highestRung, rungOf(record));
    }
    // A front of thousands need not be looked for anew for each candidate that comes.
    const competing = records.filter((record) => rungOf(record) === this.#highestRung);
    this.#front = isNew && this.#front !== undefined ? frontOf([...this.#front, ...competing]) : undefined;
    for (const sample of samples) this.#samples.set(keyOf(sample.candidate, sample.fidelity, sample.first), sample);
  }

  front(): readonly CandidateRecord[] {
    return (this.#front ??= frontOf(this.records));
  }

  best(): CandidateRecord | undefined {
    return this.#isJudgedAgain ? bestOf(this.records, this.#rank) : this.#best;
  }

  rivals(rung: number): Racer[] {
    return this.#rivalsOn(this.front(), rung);
  }

  /** What is known at this moment, to be looked at later; holds until candidates are judged again. */
  asOfNow(): Known {
    const count = this.#records.size;
    const front = this.front();
    const recordsThen = (): CandidateRecord[] => this.records.slice(0, count);
    return {
      get records() {
        return recordsThen();
      },
      rivals: (rung) => this.#rivalsOn(front, rung),
    };
  }

  #rivalsOn(front: readonly CandidateRecord[], rung: number): Racer[] {
    return front.flatMap((record): Racer[] => {
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
