/** Conventions that a study holds equal for every technology, so that the comparison is fair. */
export interface Conventions {
  /**
   * Whether the read of one decision hides behind the next one (`overlapped`, as the paper counts) or adds to the delay
   * (`sequential`).
   */
  readonly readTiming: "overlapped" | "sequential";
  /**
   * What the delay of a continuous-time CMOS neuron is: the settling time, half of the clock period (`half-cycle`; the
   * paper's energy-delay product implies it), or the whole period (`cycle`).
   */
  readonly cmosDelay: "half-cycle" | "cycle";
  /** Whether a CMOS amplifier has decided when its output settled to 3 % (`settle`) or crossed the inverter (`cross`). */
  readonly cmosDecision: "settle" | "cross";
}

/** The circuit a neuron finds itself in. All SI. */
export interface OperatingPoint {
  /** Magnitude of the input level; rows are driven to plus or minus this, or to zero. */
  readonly inputVoltage_V: number;
  readonly temperature_K: number;
  /** Inputs of one neuron, bias included; each input has a pair of synapses. */
  readonly inputCount: number;
  /** Neurons that share the rows. */
  readonly outputCount: number;
  /** Sum of all synapse conductances on one neuron's column, both halves of each pair, mean over the neurons. */
  readonly columnConductance_S: number;
  /**
   * Of one neuron's column with its synapses and wires, as the interconnect has it; nothing of the neuron, nor of a wire that leads
   * from the column to it.
   */
  readonly columnCapacitance_F: number;
  /** Sum of the magnitudes of the synapse currents of one neuron at the full input level, mean over the neurons. */
  readonly columnCurrent_A: number;
  readonly conventions: Conventions;
}
