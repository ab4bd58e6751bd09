import { assessor } from "@neurofront/study";
import type { Evaluator, RunnableStudy } from "@neurofront/study";

/** What the models alone have taken. */
export interface BareTime {
  candidates: number;
  time_ms: number;
  /** Of this process. */
  used_us: number;
}

/** Every so many batches are computed once more by a bare loop over the models: machines have slow minutes. */
const BARE_EVERY = 20;

/** Times a bare loop over the models in the same minutes as a run. */
export class BareLoop {
  readonly time: BareTime = { candidates: 0, time_ms: 0, used_us: 0 };
  readonly #answer: ReturnType<typeof assessor>;

  constructor(runnable: RunnableStudy) {
    this.#answer = assessor(runnable);
  }

  /** The evaluator, of which some batches are computed once more. */
  beside(evaluator: Evaluator): Evaluator {
    let batches = 0;
    return {
      ...evaluator,
      evaluate: async (given, options) => {
        const answers = await evaluator.evaluate(given, options);
        if (batches++ % BARE_EVERY !== 0) return answers;
        const [before, begun_ms] = [process.cpuUsage(), performance.now()];
        for (const request of given) this.#answer(request);
        const { user, system } = process.cpuUsage(before);
        this.time.used_us += user + system;
        this.time.time_ms += performance.now() - begun_ms;
        this.time.candidates += given.length;
        return answers;
      },
    };
  }
}
