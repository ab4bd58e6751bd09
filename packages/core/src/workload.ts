import type { Design, Parameters } from "./parameter.ts";

/** A labelled set of input patterns. */
export interface LabelledPatterns {
  /** patterns x inputs (bias included), each in [-1, 1]. */
  readonly patterns: Float64Array;
  /** Index of the one output that must fire, per pattern. */
  readonly labels: Int32Array;
  readonly count: number;
}

/** A trained layer with its data, ready to be mapped onto synapses. */
export interface PreparedWorkload {
  readonly inputCount: number;
  readonly outputCount: number;
  /** inputs x outputs, row-major; each output's column is scaled to a largest magnitude of 1. */
  readonly weights: Float64Array;
  /** The patterns the accuracy constraint speaks of. */
  readonly clean: LabelledPatterns;
  /** Disturbed patterns the network was not trained on. */
  readonly test: LabelledPatterns;
  /** Derived numbers worth showing; names carry the unit. */
  readonly quantities: Readonly<Record<string, number>>;
}

/** A workload: trained layer, labelled data, and what "accurate" means (exact one-hot output). */
export interface WorkloadModel<P extends Parameters = Parameters> {
  readonly role: "workload";
  readonly id: string;
  readonly title: string;
  readonly parameters: P;
  /**
   * Train and draw the test set. Same design and seed, same result.
   *
   * @param seed of the study; the only source of randomness
   */
  prepare(design: Design<P>, seed: number): Promise<PreparedWorkload>;
}
