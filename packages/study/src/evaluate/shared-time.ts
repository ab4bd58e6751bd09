/** Time that passes while requests are computed, shared out among them: calls of an asynchronous search go on beside each other. */
export class SharedTime {
  #requests = 0;
  #since_ms = 0;
  /** Of one that has been computed all along. */
  #each_ms = 0;

  /** @returns the answers of the work, and the share of time of each of its requests */
  async timed<Answers>(requests: number, work: () => Promise<Answers>): Promise<{ answers: Answers; each_ms: number }> {
    const begun_ms = this.#change(requests);
    try {
      const answers = await work();
      return { answers, each_ms: this.#change(0) - begun_ms };
    } finally {
      this.#change(-requests);
    }
  }

  #change(by: number): number {
    const now_ms = performance.now();
    if (this.#requests > 0) this.#each_ms += (now_ms - this.#since_ms) / this.#requests;
    this.#since_ms = now_ms;
    this.#requests += by;
    return this.#each_ms;
  }
}
