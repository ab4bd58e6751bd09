import type { Archive } from "@neurofront/archive";

/** What a search writes. */
export type SearchArchive = Pick<Archive, "append" | "revise" | "note">;

/** What was assessed longer ago is not kept back: a process that dies loses no more work than this, and the batch it is at. */
const MOST_KEPT_MS = 50;

/**
 * An archive that is written to while others compute: a batch that took little is kept back until the next one has been given out.
 * Everything is written in its order, all of it before something else than a batch.
 */
export class LateArchive implements SearchArchive {
  readonly #archive: SearchArchive;
  #kept: Parameters<Archive["append"]> | undefined;
  /** When all was written. */
  #written_ms = performance.now();

  constructor(archive: SearchArchive) {
    this.#archive = archive;
  }

  append(...batch: Parameters<Archive["append"]>): void {
    const took_ms = performance.now() - this.#written_ms;
    this.flush();
    this.#kept = batch;
    if (took_ms > MOST_KEPT_MS) this.flush();
  }

  revise(...round: Parameters<Archive["revise"]>): void {
    this.flush();
    this.#archive.revise(...round);
  }

  note(...notes: Parameters<Archive["note"]>): void {
    this.flush();
    this.#archive.note(...notes);
  }

  /** @throws whatever the archive throws; the batch is given up then */
  flush(): void {
    const kept = this.#kept;
    this.#kept = undefined;
    if (kept !== undefined) this.#archive.append(...kept);
    this.#written_ms = performance.now();
  }
}
