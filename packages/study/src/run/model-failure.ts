import type { Assessment, CandidateRecord } from "@neurofront/core";
import type { Search } from "../search-start.ts";
import { ModelError } from "./model-error.ts";
import type { AssessmentAnswer } from "./work.ts";

/** Code of the violation of a candidate whose model threw, gave no value, took too long, or ended its thread. */
export const MODEL_FAILED = "model-failed";

/** The answer in place of one that a model did not give: impossible, and nothing to follow. */
export function failedAnswer(message: string): AssessmentAnswer {
  return {
    assessment: {
      status: "impossible",
      violations: [{ kind: "impossible", code: MODEL_FAILED, message, amount: 1 }],
      metrics: {},
      ledger: [],
      phases: [],
      area: [],
      quantities: { neuron: {}, synapse: {}, interconnect: {}, system: {} },
    },
    chips: { clean: new Float64Array(), test: new Float64Array() },
  };
}

/** What went wrong where a model failed; undefined where it answered. */
export function failureOf({ violations }: Pick<Assessment, "violations">): string | undefined {
  return violations.find(({ code }) => code === MODEL_FAILED)?.message;
}

/** So many failures, and at least this share of the candidates of a search, stop the study. */
const MOST_FAILURES = 10;
const MOST_SHARE = 0.25;

/** Counts the failures of a search; what it says depends on the candidates alone, so a run that is resumed stops where it stopped. */
export class FailureCount {
  #assessed = 0;
  #failed = 0;
  #first: { readonly candidate: number; readonly message: string } | undefined;

  /**
   * Count candidates when they are first judged.
   *
   * @throws ModelError when too many have failed
   */
  count(search: Search, records: readonly CandidateRecord[]): void {
    for (const { candidate, assessment } of records) {
      this.#assessed++;
      const message = failureOf(assessment);
      if (message === undefined) continue;
      this.#failed++;
      this.#first ??= { candidate, message };
    }
    if (this.#failed >= MOST_FAILURES && this.#failed >= MOST_SHARE * this.#assessed) this.#stop(search);
  }

  /**
   * The search is at its end.
   *
   * @throws ModelError when all candidates have failed, however few they are
   */
  end(search: Search): void {
    if (this.#failed > 0 && this.#failed === this.#assessed) this.#stop(search);
  }

  #stop({ name, technology }: Search): never {
    const { candidate, message } = this.#first!;
    const parts = [technology.neuron, technology.synapse, technology.interconnect];
    const plugins = parts.map(({ plugin, version }) => `${plugin} ${version}`).join(", ");
    throw new ModelError(
      `search ${name} (plugins ${plugins}) is stopped: its models failed on ${this.#failed} of ${this.#assessed} candidates. ` +
        `The first was candidate ${candidate}: ${message}\n` +
        `All are in the archive, those that failed with the reason ${MODEL_FAILED}; correct the plugin, or narrow the search to where it answers`,
    );
  }
}
