import { defaultsOf } from "@neurofront/core";
import type { OptimizerModel, Parameters, Proposal, Score, SearchProblem } from "@neurofront/core";
import type { Answer, BenchmarkProblem } from "../src/problems/benchmark-problem.ts";

/** How a search is driven. */
export interface Driving {
  /** Proposals asked for at once; as many as are left unless given. */
  readonly batch?: number;
  /** Order in which the results of a batch are told. */
  readonly order?: (scores: readonly Score[]) => readonly Score[];
}

export function problemOf(benchmark: BenchmarkProblem, evaluations: number, seed: number): SearchProblem {
  const { dimensions, reference, constrained } = benchmark;
  return { dimensions, objectiveCount: reference.length, constrained, evaluations, seed };
}

/** Every proposal of a search with its answer, in the order of ids. */
export function search<P extends Parameters>(
  model: OptimizerModel<P>,
  problem: SearchProblem,
  evaluate: (coordinates: Float64Array) => Answer,
  driving: Driving = {},
): (Proposal & Answer)[] {
  const optimizer = model.create(defaultsOf(model.parameters), problem);
  const told: (Proposal & Answer)[] = [];
  while (told.length < problem.evaluations) {
    const left = problem.evaluations - told.length;
    const batch = optimizer.ask(Math.min(driving.batch ?? left, left));
    const answered = batch.map((proposal) => ({ ...proposal, ...evaluate(proposal.coordinates) }));
    told.push(...answered);
    const scores = answered.map(({ id, status, objectives, violation }) => ({ id, status, objectives, violation }));
    optimizer.tell(driving.order?.(scores) ?? scores);
  }
  return told;
}

/** Objectives of the feasible ones. */
export function feasibleObjectives(answers: readonly Answer[]): (readonly number[])[] {
  return answers.filter(({ status, violation }) => status === "ok" && violation === 0).map((a) => a.objectives);
}
