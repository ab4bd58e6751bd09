import type { Design, Parameters } from "./parameter.ts";
import type { TrainedLayer } from "./trained-layer.ts";

/** A labelled set of input patterns. */
export interface LabelledPatterns {
  /** patterns x width, each in [-1, 1]: the levels that the first layer gathers; a bias may be among them. */
  readonly patterns: Float64Array;
  /** Index of the one activation of the last layer that must fire, per pattern. */
  readonly labels: Int32Array;
  readonly count: number;
}

/** A trained network with its data, ready to be mapped onto synapses. */
export interface PreparedWorkload {
  /** From the patterns to the outputs, at least one. */
  readonly layers: readonly TrainedLayer[];
  /** The patterns the accuracy constraint speaks of. */
  readonly clean: LabelledPatterns;
  /** Disturbed patterns the network was not trained on. */
  readonly test: LabelledPatterns;
  /** Derived numbers worth showing; names carry the unit. */
  readonly quantities: Readonly<Record<string, number>>;
}

/** A workload: trained layers, labelled data, and what "accurate" means (exact one-hot output). */
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
