import type { Design, Parameters } from "./parameter.ts";

/** One coordinate of the unit cube. A category or integer with `count` values occupies equal parts of [0, 1). */
export type Dimension =
  | { readonly kind: "real" }
  | { readonly kind: "integer"; readonly count: number }
  | { readonly kind: "category"; readonly count: number };

/** A point to be evaluated; ids are 0, 1, 2, ... in the order of asking. */
export interface Proposal {
  readonly id: number;
  /** One coordinate in [0, 1) per dimension. */
  readonly coordinates: Float64Array;
}

/**
 * What became of a proposal. One constraint semantics for all optimizers: a score with less `violation` is better; among
 * scores without violation the objectives decide; an impossible design has no objectives and is worse than any possible
 * one, its `violation` says how far it is from possible.
 */
export interface Score {
  readonly id: number;
  readonly status: "ok" | "impossible";
  /** Minimised; empty when impossible. */
  readonly objectives: readonly number[];
  /** Sum of the relative violations, >= 0; 0 is feasible. */
  readonly violation: number;
}

/** What an optimizer is told before it starts. It knows no units, files or devices. */
export interface SearchProblem {
  readonly dimensions: readonly Dimension[];
  readonly objectiveCount: number;
  /** Evaluations it may expect. */
  readonly evaluations: number;
  /** The only source of randomness; the optimizer draws from addresses below it. */
  readonly seed: number;
}

/** A running search. */
export interface Optimizer {
  /** At least one and at most `count` new proposals. */
  ask(count: number): readonly Proposal[];
  /** Results of proposals asked before, in any order. */
  tell(scores: readonly Score[]): void;
}

/** An optimizer as a plugin brings it. */
export interface OptimizerModel<P extends Parameters = Parameters> {
  readonly role: "optimizer";
  readonly id: string;
  readonly title: string;
  readonly parameters: P;
  create(settings: Design<P>, problem: SearchProblem): Optimizer;
}
