import type { Archive } from "@neurofront/archive";
import type { CandidateRecord, ChipSample } from "@neurofront/core";

/** What a search writes. */
export type SearchArchive = Pick<Archive, "append" | "revise" | "note">;

/** What was assessed longer ago is not kept back: a process that dies loses no more work than this, and the batch it is at. */
const MOST_KEPT_MS = 50;

/**
 * An archive that is written to seldom, or while others compute: batches that took little are kept back, and written together. Everything
 * is written in its order, all of it before something else than a batch.
 */
export class LateArchive implements SearchArchive {
  readonly #archive: SearchArchive;
  #records: CandidateRecord[] = [];
  #samples: ChipSample[] = [];
  /** When all was written. */
  #written_ms = performance.now();

  constructor(archive: SearchArchive) {
    this.#archive = archive;
  }

  append(records: readonly CandidateRecord[], samples: readonly ChipSample[] = []): void {
    this.#records.push(...records);
    this.#samples.push(...samples);
    if (performance.now() - this.#written_ms > MOST_KEPT_MS) this.flush();
  }

  revise(...round: Parameters<Archive["revise"]>): void {
    this.flush();
    this.#archive.revise(...round);
  }

  note(...notes: Parameters<Archive["note"]>): void {
    this.flush();
    this.#archive.note(...notes);
  }

  /** @throws whatever the archive throws; the batches are given up then */
  flush(): void {
    const [records, samples] = [this.#records, this.#samples];
    this.#records = [];
    this.#samples = [];
    if (records.length > 0) this.#archive.append(records, samples);
    this.#written_ms = performance.now();
  }
}
