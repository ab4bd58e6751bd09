import type { Progress } from "@neurofront/study";

/** What a run has told so far, to be read by any number of loops, each from the beginning. */
export class ProgressLog implements AsyncIterable<Progress> {
  readonly #told: Progress[] = [];
  #end: { readonly error?: unknown } | undefined;
  #changed = Promise.withResolvers<void>();

  tell(progress: Progress): void {
    this.#told.push(progress);
    this.#wake();
  }

  /** No more is told; loops end, or throw the error that ended the run. */
  end(end: { readonly error?: unknown }): void {
    this.#end = end;
    this.#wake();
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Progress> {
    for (let k = 0; ; k++) {
      while (k >= this.#told.length && this.#end === undefined) await this.#changed.promise;
      if (k < this.#told.length) yield this.#told[k]!;
      else if (this.#end !== undefined && "error" in this.#end) throw this.#end.error;
      else return;
    }
  }

  #wake(): void {
    this.#changed.resolve();
    this.#changed = Promise.withResolvers<void>();
  }
}
