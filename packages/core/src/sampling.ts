/** What chips say of a constraint: on which side of its limit the design is, at the study's confidence, or neither yet. */
export type ConstraintStanding = "met" | "broken" | "undecided";

/** Why no more chips of a design were drawn. */
export type SamplingEnd =
  /** Every constraint is decided and no objective is estimated. */
  | "decided"
  /** A constraint is broken at the study's confidence, or the design breaks a rule without chips. */
  | "infeasible"
  /** A design that meets every constraint is better, at the study's confidence. */
  | "dominated"
  /** As many chips were drawn as the study allows; what is undecided is judged by the estimate. */
  | "maximum";

/** How the chips behind an assessment were drawn. */
export interface Sampling {
  /**
   * `search`: the chips that every candidate meets; `elite`: other chips, for a design of the front. The chips that chose a
   * design do not also judge it.
   */
  readonly purpose: "search" | "elite";
  /** Number of the first chip. */
  readonly first: number;
  /** Chips drawn, numbered from `first`. */
  readonly drawn: number;
  /** Chips that could have been drawn. */
  readonly most: number;
  readonly end: SamplingEnd;
  /** By constraint of the study, in its order; null where no chips are needed to judge it. */
  readonly standings: readonly (ConstraintStanding | null)[];
  /** Of each objective, in the study's order; 0 where it is exact. */
  readonly standardErrors: readonly number[];
}

/** The accuracy of single chips of a candidate: what an estimate is made from. */
export interface ChipSample {
  readonly search: string;
  readonly candidate: number;
  /** Name of the fidelity; empty where the technology has none. */
  readonly fidelity: string;
  /** Number of the first chip. */
  readonly first: number;
  /** One-hot accuracy on the clean patterns, by chip. */
  readonly clean: Float64Array;
  /** The same on the disturbed test patterns. */
  readonly test: Float64Array;
}
