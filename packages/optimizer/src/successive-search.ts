import { randomAt } from "@neurofront/core";
import type { EvaluatedPoint, Optimizer, Proposal, RandomStream, Score, SearchProblem } from "@neurofront/core";
import { FreshPoints } from "./fresh-points.ts";
import { neighbour } from "./operators/neighbour.ts";
import { Outstanding, checkAskedCount } from "./outstanding.ts";

/** What is known when a proposal is made. */
export interface Knowledge {
  /** Number of the proposal. */
  readonly id: number;
  /** In the order of ids, after what was evaluated before. */
  readonly evaluated: readonly EvaluatedPoint[];
  /** Points proposed whose scores are not to be looked at yet. */
  readonly pending: readonly Float64Array[];
  readonly random: RandomStream;
}

export interface SuccessiveRules {
  /** Address of its random numbers. */
  readonly name: string;
  /** The first points, proposed without any knowledge. */
  readonly first: readonly Float64Array[];
  /** Proposals that may wait for their scores at the same time, from 1 on. */
  readonly pendingProposals: number;
  readonly propose: (knowledge: Knowledge) => Float64Array;
  readonly takeNotes: () => readonly string[];
}

/**
 * An optimizer that makes its proposals one by one, each from all that was evaluated. With `p` proposals pending at a time,
 * proposal `i` is made from the scores up to `i - p` and from the places of those between, even where their scores are known
 * already: so it does not matter how many are asked for at once, how many workers there are and in which order they finish.
 * Proposals that an earlier run recorded are taken from there.
 */
export class SuccessiveSearch implements Optimizer {
  readonly #problem: SearchProblem;
  readonly #rules: SuccessiveRules;
  readonly #outstanding: Outstanding;
  readonly #fresh: FreshPoints;
  readonly #before: readonly EvaluatedPoint[];
  readonly #points: Float64Array[] = [];
  readonly #scores: (Score | undefined)[] = [];
  /** What was evaluated before, then every proposal up to the first without a score. */
  readonly #evaluated: EvaluatedPoint[];

  constructor(problem: SearchProblem, rules: SuccessiveRules) {
    this.#problem = problem;
    this.#rules = rules;
    this.#outstanding = new Outstanding(problem.objectiveCount);
    this.#fresh = new FreshPoints(problem.dimensions);
    this.#before = problem.evaluatedBefore ?? [];
    this.#evaluated = [...this.#before];
    this.#fresh.keep(this.#before);
  }

  ask(count: number): readonly Proposal[] {
    checkAskedCount(count);
    const proposals: Proposal[] = [];
    while (proposals.length < count && this.#isReady()) {
      const id = this.#outstanding.take();
      const point = this.#pointOf(id);
      this.#points.push(point);
      // The copy protects what is kept.
      proposals.push({ id, coordinates: Float64Array.from(point) });
    }
    return proposals;
  }

  tell(scores: readonly Score[]): void {
    for (const score of scores) {
      this.#outstanding.settle(score);
      this.#scores[score.id] = score;
    }
    for (;;) {
      const next = this.#evaluated.length - this.#before.length;
      const score = this.#scores[next];
      if (score === undefined) return;
      this.#evaluated.push({ coordinates: this.#points[next]!, score });
    }
  }

  takeNotes(): readonly string[] {
    return this.#rules.takeNotes();
  }

  /** How many scores the next proposal looks at. */
  get #seen(): number {
    const id = this.#points.length;
    return id < this.#rules.first.length ? 0 : Math.max(id + 1 - this.#rules.pendingProposals, 0);
  }

  #isReady(): boolean {
    return this.#evaluated.length - this.#before.length >= this.#seen;
  }

  #pointOf(id: number): Float64Array {
    const { name, first, propose } = this.#rules;
    const random = randomAt(this.#problem.seed, name, id);
    const recorded = this.#problem.recorded?.(id);
    if (recorded !== undefined) return this.#note(Float64Array.from(recorded));
    const initial = first[id];
    if (initial !== undefined) return this.#fresh.take(() => initial, random);
    const seen = this.#seen;
    const knowledge: Knowledge = {
      id,
      evaluated: this.#evaluated.slice(0, this.#before.length + seen),
      pending: this.#points.slice(seen),
      random,
    };
    const found = propose(knowledge);
    let isFirst = true;
    return this.#fresh.take(() => {
      // Nothing but another place helps when the best place is known already.
      if (!isFirst) return neighbour(this.#problem.dimensions, found, random);
      isFirst = false;
      return found;
    }, random);
  }

  #note(point: Float64Array): Float64Array {
    return this.#fresh.take(() => point, randomAt(this.#problem.seed, this.#rules.name, "known"));
  }
}
