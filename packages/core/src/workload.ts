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

/** A file that a study may name for a workload beside its parameters. */
export interface FileDeclaration {
  readonly meaning: string;
  /** Endings its name may have, with the dot, lower case. */
  readonly extensions: readonly string[];
}

/** A file of a study as it was read. */
export interface StudyFileContent {
  /** As the study writes it: relative to the folder of the study. */
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** A workload: trained layers, labelled data, and what "accurate" means (exact one-hot output). */
export interface WorkloadModel<P extends Parameters = Parameters> {
  readonly role: "workload";
  readonly id: string;
  readonly title: string;
  readonly parameters: P;
  /**
   * Names of the parameters that concern the network, its inputs and its training, never the task, which is its classes, their
   * samples and how they are disturbed: a technology may choose, or search, its own. None when absent.
   */
  readonly trainable?: readonly string[];
  /** Files that a study may name, by its key for them. */
  readonly files?: Readonly<Record<string, FileDeclaration>>;
  /**
   * Train and draw the test set. Same design and seed, same result.
   *
   * @param seed of the study; the only source of randomness
   * @param files that the study names, by key
   * @throws Error with one sentence, whose subject is the file, when a file cannot be used; for no other reason
   */
  prepare(
    design: Design<P>,
    seed: number,
    files?: Readonly<Record<string, StudyFileContent>>,
  ): Promise<PreparedWorkload>;
}
