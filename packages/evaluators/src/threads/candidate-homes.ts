import type { AssessmentRequest } from "@neurofront/study";

/** Which thread has a candidate ready for more chips. */
export class CandidateHomes {
  readonly #most: number;
  readonly #lanes = new Map<string, number>();

  /** @param most candidates of which it is known; the one that was computed the longest time ago is forgotten first */
  constructor(most: number) {
    this.#most = most;
  }

  /** Number of the thread; undefined where none has it. */
  of(request: AssessmentRequest): number | undefined {
    return this.#lanes.size === 0 ? undefined : this.#lanes.get(keyOf(request));
  }

  /** Whoever asks for no chips at first asks for none later. */
  put(request: AssessmentRequest, lane: number): void {
    if (request.chips.from === request.chips.to) return;
    const key = keyOf(request);
    this.#lanes.delete(key);
    this.#lanes.set(key, lane);
    if (this.#lanes.size > this.#most) this.#lanes.delete(this.#lanes.keys().next().value!);
  }
}

function keyOf({ search, candidate }: AssessmentRequest): string {
  return `${search} ${candidate}`;
}
