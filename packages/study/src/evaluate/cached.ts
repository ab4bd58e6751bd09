import type { RunnableStudy } from "../resolve.ts";
import type { ResultStore, StoredResult } from "../result-store.ts";
import type { AssessmentAnswer, AssessmentRequest } from "../run/work.ts";
import { answerKeys } from "./answer-key.ts";
import type { Evaluator } from "./evaluator.ts";
import { SharedTime } from "./shared-time.ts";
import { packAnswer, unpackAnswer } from "./stored-answer.ts";

/** Where the answers of a run came from. */
export interface CacheUse {
  /** Answers to requests that were found in the store. */
  found: number;
  computed: number;
  /** Of those computed. */
  stored: number;
}

/** How answers are kept. */
export interface CachedSettings {
  readonly store: ResultStore;
  /** What computes: the program, its runtime and processor. */
  readonly computer: string;
  /** A candidate that takes less, with all its chips, is computed again: see {@link WORTH_MS}. */
  readonly worth_ms?: number;
}

/** Ten times what an answer takes to be found in a store on disk (`bench/cache.ts`). */
const WORTH_MS = 2;

/** Candidates of whose cost one remembers something. */
const MEMORY = 256;

/** Candidates that are being computed; more chips of one of them are no new candidate. */
const PRESENT = 256;

/**
 * An evaluator that looks up what other runs have computed, has another evaluator compute the rest, as one batch in the order of the
 * requests, and keeps that. An answer that is found is the one that would be computed, to the last bit, so what is kept, found or lost
 * changes nothing but the time.
 *
 * Candidates that are computed in less than it takes to look them up are not looked up: the cost of each technology and fidelity is
 * measured as one goes.
 */
export function cachedEvaluator(
  runnable: Pick<RunnableStudy, "resolved" | "workload" | "trainings">,
  inner: Evaluator,
  { store, computer, worth_ms = WORTH_MS }: CachedSettings,
): Evaluator & { readonly use: Readonly<CacheUse> } {
  const keyOf = answerKeys(runnable, computer);
  const { corners } = runnable.resolved.variation;
  const origins = new Map(
    runnable.resolved.technologies.map(({ name, neuron, synapse, interconnect }) => [
      name,
      [neuron, synapse, ...Object.values(synapse.effects ?? {}), interconnect].map(({ plugin, model }) => ({
        plugin,
        model,
      })),
    ]),
  );
  const costs = new Map<string, CandidateCost>();
  const shared = new SharedTime();
  const use: CacheUse = { found: 0, computed: 0, stored: 0 };

  const costOf = (request: AssessmentRequest): CandidateCost => {
    const kind = `${request.technology} ${String(request.design.neuron["fidelity"])}`;
    let cost = costs.get(kind);
    if (cost === undefined) costs.set(kind, (cost = new CandidateCost()));
    return cost;
  };

  return {
    use,
    async evaluate(requests, options) {
      const keys = requests.map((request) => (costOf(request).isBelow(worth_ms) ? undefined : keyOf(request)));
      const answers = requests.map((request, k) => found(store, keys[k], request));
      const missing = [...requests.keys()].filter((k) => answers[k] === undefined);
      use.found += requests.length - missing.length;
      if (missing.length > 0) {
        const { answers: computed, each_ms } = await shared.timed(missing.length, () =>
          inner.evaluate(
            missing.map((k) => requests[k]!),
            options,
          ),
        );
        for (const k of missing) costOf(requests[k]!).add(requests[k]!, each_ms);
        const results: StoredResult[] = [];
        for (const [at, k] of missing.entries()) {
          answers[k] = computed[at]!;
          const key = keys[k];
          const bytes =
            key === undefined || costOf(requests[k]!).isBelow(worth_ms) ? undefined : packAnswer(computed[at]!);
          if (bytes !== undefined)
            results.push({ key: key!, kind: "assessment", models: origins.get(requests[k]!.technology)!, bytes });
        }
        use.computed += missing.length;
        if (results.length > 0) use.stored += store.write(results);
      }
      return answers as AssessmentAnswer[];
    },
    slots: () => inner.slots(),
    // A worker that does a whole search looks up for itself.
    get searchers() {
      return inner.searchers;
    },
    close: () => inner.close(),
  };

  function found(from: ResultStore, key: string | undefined, request: AssessmentRequest): AssessmentAnswer | undefined {
    const bytes = key === undefined ? undefined : from.read(key);
    return bytes === undefined ? undefined : unpackAnswer(bytes, request, corners);
  }
}

/** What a candidate of one technology and fidelity takes, with all its chips. */
class CandidateCost {
  #time_ms = 0;
  #candidates = 0;
  readonly #present = new Set<string>();

  /** Count a request that was computed. */
  add({ search, candidate }: AssessmentRequest, time_ms: number): void {
    const name = `${search} ${candidate}`;
    this.#time_ms += time_ms;
    if (!this.#present.has(name)) this.#candidates++;
    this.#present.delete(name);
    this.#present.add(name);
    if (this.#present.size > PRESENT) this.#present.delete(this.#present.values().next().value!);
    if (this.#candidates < MEMORY) return;
    this.#time_ms /= 2;
    this.#candidates /= 2;
  }

  /** Whether it takes less than that; false where nothing was computed yet. */
  isBelow(limit_ms: number): boolean {
    return this.#candidates > 0 && this.#time_ms < limit_ms * this.#candidates;
  }
}
