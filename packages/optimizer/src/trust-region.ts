import { createFrontArchive } from "@neurofront/pareto";
import type { EvaluatedPoint } from "@neurofront/core";

const FIRST = 0.8;
const LARGEST = 1.6;
const SMALLEST = 0.5 ** 7;
/** Successes in a row after which it grows. */
const SUCCESSES = 3;

/**
 * Edge of the trust region after a search, 0.8 at first: doubled after three successes in a row, halved after as many failures as
 * there are dimensions, begun again below 0.5^7 (Eriksson, Pearce, Gardner, Turner and Poloczek, NeurIPS 2019). A success is a
 * feasible design that enters the front, or the least violation while nothing is feasible.
 *
 * @param first evaluations that are not counted
 */
export function trustRegionEdge(
  evaluated: readonly EvaluatedPoint[],
  first: number,
  dimensionCount: number,
  objectiveCount: number,
): number {
  const front = createFrontArchive(objectiveCount);
  let leastViolation = Infinity;
  let edge = FIRST;
  let successes = 0;
  let failures = 0;
  for (const [k, { score }] of evaluated.entries()) {
    let isSuccess: boolean;
    if (score.status === "ok" && score.violation === 0) isSuccess = front.add(score.objectives, k);
    else {
      isSuccess = front.size === 0 && score.violation < leastViolation;
      leastViolation = Math.min(leastViolation, score.violation);
    }
    if (k < first) continue;
    successes = isSuccess ? successes + 1 : 0;
    failures = isSuccess ? 0 : failures + 1;
    if (successes === SUCCESSES) {
      edge = Math.min(2 * edge, LARGEST);
      successes = 0;
    } else if (failures === dimensionCount) {
      edge /= 2;
      failures = 0;
      if (edge < SMALLEST) edge = FIRST;
    }
  }
  return edge;
}
