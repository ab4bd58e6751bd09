import type { Design, OptimizerModel, Parameters, Proposal, Score, SearchProblem } from "@neurofront/core";

/** What became of a point. */
export type Answer = Omit<Score, "id">;

/** Every proposal of a search with its answer, in the order of ids. */
export function searched<P extends Parameters>(
  model: OptimizerModel<P>,
  settings: Design<P>,
  problem: SearchProblem,
  evaluate: (coordinates: Float64Array) => Answer,
): (Proposal & Answer)[] {
  const optimizer = model.create(settings, problem);
  const found: (Proposal & Answer)[] = [];
  while (found.length < problem.evaluations) {
    const batch = optimizer.ask(problem.evaluations - found.length);
    const answered = batch.map((proposal) => ({ ...proposal, ...evaluate(proposal.coordinates) }));
    found.push(...answered);
    optimizer.tell(answered.map(({ id, status, objectives, violation }) => ({ id, status, objectives, violation })));
  }
  return found;
}
