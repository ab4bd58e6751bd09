import type { Evaluator } from "../evaluate/evaluator.ts";
import { complete } from "./work.ts";
import type { Work } from "./work.ts";

/** Works on candidates, going on beside each other, each as soon as it has its answers. */
export class PendingWork<Result> {
  readonly #evaluator: Pick<Evaluator, "evaluate">;
  readonly #stop = new AbortController();
  readonly #signal: AbortSignal;
  readonly #results = new Map<number, Promise<Result>>();
  readonly #done: number[] = [];
  #wake = Promise.withResolvers<void>();

  /** @param signal stops all */
  constructor(evaluator: Pick<Evaluator, "evaluate">, signal: AbortSignal | undefined) {
    this.#evaluator = evaluator;
    this.#signal = signal === undefined ? this.#stop.signal : AbortSignal.any([signal, this.#stop.signal]);
  }

  start(candidate: number, work: Work<Result>): void {
    const result = complete(work, this.#evaluator, this.#signal);
    this.#results.set(candidate, result);
    const tell = (): void => {
      this.#done.push(candidate);
      this.#wake.resolve();
    };
    result.then(tell, tell);
  }

  /** The candidate whose work has ended, or failed, the longest time ago, or will first. */
  async next(): Promise<number> {
    while (this.#done.length === 0) {
      this.#wake = Promise.withResolvers();
      await this.#wake.promise;
    }
    return this.#done[0]!;
  }

  /**
   * The result of a candidate's work, which is then forgotten.
   *
   * @throws whatever made it fail
   */
  async take(candidate: number): Promise<Result> {
    const result = await this.#results.get(candidate)!;
    this.#results.delete(candidate);
    this.#done.splice(this.#done.indexOf(candidate), 1);
    return result;
  }

  /** Stop what still goes on, and wait until it has. */
  async end(): Promise<void> {
    this.#stop.abort();
    await Promise.allSettled(this.#results.values());
  }
}
