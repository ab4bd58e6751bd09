import { describe, expect, it } from "vitest";
import type { Optimizer, SearchProblem } from "@neurofront/core";
import { autoSearch } from "../src/auto.ts";
import { feasible, reals } from "../src/problems/benchmark-problem.ts";

/** Two distances in a plane: the front is the line between their points. */
function evaluate(x: Float64Array): ReturnType<typeof feasible> {
  return feasible((x[0]! - 0.2) ** 2 + x[1]! ** 2, (x[0]! - 0.8) ** 2 + x[1]! ** 2);
}

function drive(
  optimizer: Optimizer,
  count: number,
  standardErrors?: readonly number[],
): { points: Float64Array[]; notes: string[] } {
  const points: Float64Array[] = [];
  const notes: string[] = [];
  while (points.length < count) {
    for (const { id, coordinates } of optimizer.ask(Math.min(5, count - points.length))) {
      points.push(coordinates.slice());
      optimizer.tell([{ id, ...evaluate(coordinates), ...(standardErrors === undefined ? {} : { standardErrors }) }]);
    }
    notes.push(...(optimizer.takeNotes?.() ?? []));
  }
  return { points, notes };
}

const problem = (evaluations: number, more: Partial<SearchProblem> = {}): SearchProblem => ({
  dimensions: reals(2),
  objectiveCount: 2,
  evaluations,
  seed: 3,
  ...more,
});

describe("the automatic choice", () => {
  it("says what it chose and why, once", () => {
    const { notes } = drive(autoSearch.create({}, problem(500)), 60);
    expect(notes).toEqual([
      expect.stringMatching(/^Mixed-operator evolution by hypervolume \(mix-ea\): 500 evaluations/u),
    ]);
  });

  it("goes over to a model when objectives turn out to be estimates, and says so", () => {
    const { notes } = drive(autoSearch.create({}, problem(500)), 14, [0.01, 0.01]);
    expect(notes.slice(1)).toEqual([
      expect.stringMatching(/^The objectives are estimates\. Gaussian processes/u),
      expect.stringMatching(/\(gp\) goes on from evaluation 10\.$/u),
    ]);
  });

  it("stays with its choice when they are exact although errors are told", () => {
    expect(drive(autoSearch.create({}, problem(500)), 14, [0, 0]).notes).toHaveLength(1);
  });
});
