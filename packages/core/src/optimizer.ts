import type { Design, Parameters } from "./parameter.ts";

/** A dimension that counts only for some parts of an earlier category or integer, which must itself be active. */
export interface Condition {
  /** Index of the earlier dimension. */
  readonly dimension: number;
  /** Its parts, 0 to count - 1, for which this dimension counts. */
  readonly parts: readonly number[];
}

/**
 * One coordinate of the unit cube. A category or integer with `count` values occupies equal parts of [0, 1). An inactive
 * coordinate has no influence; proposals hold the middle of the cube there, so that equal designs have equal coordinates.
 */
export type Dimension = (
  | { readonly kind: "real" }
  | { readonly kind: "integer"; readonly count: number }
  | { readonly kind: "category"; readonly count: number }
) & { readonly activeWhen?: Condition };

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
  /** Standard error of each objective where it is an estimate; absent where objectives are exact. */
  readonly standardErrors?: readonly number[];
}

/** What an optimizer is told before it starts. It knows no units, files or devices. */
export interface SearchProblem {
  readonly dimensions: readonly Dimension[];
  readonly objectiveCount: number;
  /** Whether scores may have violations; an optimizer that is not told must expect them. */
  readonly constrained?: boolean;
  /** Evaluations it may expect. */
  readonly evaluations: number;
  /** How long one evaluation takes; decides how much thought a proposal is worth. Absent: far less than a millisecond. */
  readonly evaluation_s?: number;
  /** The only source of randomness; the optimizer draws from addresses below it. */
  readonly seed: number;
  /**
   * Coordinates of a proposal of an earlier, stopped run of the same search, by id. A search is resumed by asking and telling
   * again what the log holds; an optimizer whose proposals are expensive takes them from here instead of finding them again.
   */
  readonly recorded?: (id: number) => ArrayLike<number> | undefined;
  /**
   * Designs that another optimizer had evaluated before this search began, in the order of their evaluation. Their scores count
   * as if they had been told; their ids have nothing to do with those of this search.
   */
  readonly evaluatedBefore?: readonly EvaluatedPoint[];
}

/** A point of the unit cube with what became of it. */
export interface EvaluatedPoint {
  readonly coordinates: Float64Array;
  readonly score: Score;
}

/** A running search. Its state is what it was asked and told: asking and telling the same again gives the same state. */
export interface Optimizer {
  /**
   * At most `count` new proposals, each a pending one until it is told. Empty only while proposals are pending whose scores
   * must be known first.
   */
  ask(count: number): readonly Proposal[];
  /** Results of pending proposals, in any order; what is proposed next does not depend on the order. */
  tell(scores: readonly Score[]): void;
  /** Better estimates of proposals that were told before. */
  refine?(scores: readonly Score[]): void;
  /** Decisions of the optimizer since the last call, one plain sentence each, for the log of the run. */
  takeNotes?(): readonly string[];
}

/** What an optimizer can search; what is absent has no limit. A study beyond it is refused when it is checked. */
export interface SearchLimits {
  /** Most objectives. */
  readonly objectives?: number;
  /** Kinds of dimensions it takes. */
  readonly kinds?: readonly Dimension["kind"][];
  /** It can keep no bounds. Designs that its problem's models call invalid or impossible it must take all the same. */
  readonly constraints?: false;
}

/** An optimizer as a plugin brings it. */
export interface OptimizerModel<P extends Parameters = Parameters> {
  readonly role: "optimizer";
  readonly id: string;
  readonly title: string;
  readonly parameters: P;
  readonly limits?: SearchLimits;
  /** @throws Error when the problem is beyond the limits */
  create(settings: Design<P>, problem: SearchProblem): Optimizer;
}
