import type { Dimension, Score } from "@neurofront/core";

/** What a problem answers to a point. */
export type Answer = Omit<Score, "id">;

/** A problem with a known front of minimised objectives, on the unit cube, as optimizers meet it. */
export interface BenchmarkProblem {
  readonly title: string;
  readonly dimensions: readonly Dimension[];
  /** Whether points may be infeasible or impossible. */
  readonly constrained: boolean;
  /** Least value of each objective on the front plus 1.1 times its range there; one for each objective. */
  readonly reference: readonly number[];
  /** Hypervolume of the front below the reference point. */
  readonly frontHypervolume: number;
  readonly evaluate: (coordinates: Float64Array) => Answer;
}

/** The answer to a point without constraints. */
export function feasible(...objectives: number[]): Answer {
  return { status: "ok", objectives, violation: 0 };
}

/** Real dimensions of the unit cube. */
export function reals(count: number): { readonly kind: "real" }[] {
  return Array.from({ length: count }, () => ({ kind: "real" }));
}
