import { defaultsOf } from "@neurofront/core";
import type { EvaluatedPoint, Optimizer, OptimizerModel, Proposal, Score, SearchProblem } from "@neurofront/core";
import { choosePlan } from "./choose.ts";
import type { Plan, Stage } from "./choose.ts";
import { initialDesigns } from "./initial-designs.ts";
import { Outstanding, checkAskedCount } from "./outstanding.ts";

/**
 * Chooses among the others by budget, dimensions, objectives, conditions, noise and the time of an evaluation, hands over from one
 * to the next with everything evaluated, and says why in its notes.
 */
export const autoSearch: OptimizerModel = {
  role: "optimizer",
  id: "auto",
  title: "Automatic choice",
  parameters: {},
  create: (_settings, problem) => new AutoSearch(problem),
};

class AutoSearch implements Optimizer {
  readonly #problem: SearchProblem;
  readonly #outstanding: Outstanding;
  readonly #points: Float64Array[] = [];
  readonly #scores: (Score | undefined)[] = [];
  /** Stages that are not begun. */
  #ahead: Stage[];
  #current: Optimizer;
  #firstId = 0;
  #stage: Stage;
  /** Evaluations after which noise would have shown; the plan is looked at again there. */
  readonly #reviewAt: number;
  #isReviewed = false;
  #notes: string[];

  constructor(problem: SearchProblem) {
    this.#problem = problem;
    this.#outstanding = new Outstanding(problem.objectiveCount);
    this.#reviewAt = Math.min(initialDesigns(problem.dimensions.length), problem.evaluations);
    const plan = this.#plan(false);
    this.#notes = [plan.reason];
    const [stage, ...ahead] = plan.stages;
    this.#ahead = ahead;
    this.#stage = stage!;
    this.#current = this.#begin(stage!, problem.evaluatedBefore);
  }

  ask(count: number): readonly Proposal[] {
    checkAskedCount(count);
    const proposals: Proposal[] = [];
    while (proposals.length < count) {
      if (this.#isAtLimit()) {
        if (this.#outstanding.count > 0) break;
        this.#goOn();
      }
      const room = this.#limit - this.#points.length;
      const batch = this.#current.ask(Math.min(count - proposals.length, room));
      if (batch.length === 0) break;
      for (const { coordinates } of batch) {
        this.#points.push(coordinates.slice());
        proposals.push({ id: this.#outstanding.take(), coordinates });
      }
    }
    return proposals;
  }

  tell(scores: readonly Score[]): void {
    for (const score of scores) {
      this.#outstanding.settle(score);
      this.#scores[score.id] = score;
      this.#current.tell([{ ...score, id: score.id - this.#firstId }]);
    }
  }

  takeNotes(): readonly string[] {
    const taken = [...this.#notes, ...(this.#current.takeNotes?.() ?? [])];
    this.#notes = [];
    return taken;
  }

  /** Proposals up to the next decision. */
  get #limit(): number {
    return this.#isReviewed ? this.#stage.until : Math.min(this.#reviewAt, this.#stage.until);
  }

  #isAtLimit(): boolean {
    return this.#points.length >= this.#limit;
  }

  /** A decision, everything asked being told. */
  #goOn(): void {
    if (!this.#isReviewed && this.#points.length >= this.#reviewAt) {
      this.#isReviewed = true;
      if (this.#scores.some((score) => score?.standardErrors?.some((error) => error > 0)))
        this.#change(this.#plan(true), "The objectives are estimates. ");
    }
    while (this.#points.length >= this.#stage.until) this.#handOver(this.#ahead.shift()!);
  }

  /** Another plan, if it is another. */
  #change(plan: Plan, because: string): void {
    this.#notes.push(because + plan.reason);
    const [stage, ...ahead] = plan.stages;
    this.#ahead = ahead;
    if (stage!.algorithm === this.#stage.algorithm) this.#stage = stage!;
    else this.#handOver(stage!);
  }

  #handOver(stage: Stage): void {
    const before = this.#evaluated();
    this.#notes.push(...(this.#current.takeNotes?.() ?? []));
    this.#notes.push(
      `${stage.algorithm.model.title} (${stage.algorithm.model.id}) goes on from evaluation ${this.#points.length}.`,
    );
    this.#firstId = this.#points.length;
    this.#stage = stage;
    this.#current = this.#begin(stage, before);
  }

  #begin({ algorithm: { model }, until }: Stage, evaluatedBefore: readonly EvaluatedPoint[] = []): Optimizer {
    const { recorded, evaluations, ...problem } = this.#problem;
    const offset = this.#firstId;
    return model.create(defaultsOf(model.parameters), {
      ...problem,
      evaluations: Math.min(until, evaluations) - offset,
      evaluatedBefore,
      ...(recorded === undefined ? {} : { recorded: (id: number) => recorded(id + offset) }),
    });
  }

  #evaluated(): EvaluatedPoint[] {
    return [
      ...(this.#problem.evaluatedBefore ?? []),
      ...this.#points.map((coordinates, id) => ({ coordinates, score: this.#scores[id]! })),
    ];
  }

  #plan(isNoisy: boolean): Plan {
    const { dimensions, objectiveCount, evaluations, evaluation_s } = this.#problem;
    return choosePlan({ dimensions, objectiveCount, evaluations, evaluation_s, isNoisy });
  }
}
