/**
 * A layer of synapses in pairs of rows, and what it is shown: input k drives row 2k with +V x_k and row 2k + 1 with -V x_k.
 */
export interface PairedRows {
  /** Inputs M. */
  readonly inputCount: number;
  /** Neurons N. */
  readonly outputCount: number;
  /** Of row i towards neuron j at index i * N + j, 2M x N. */
  readonly conductance_S: Float64Array;
  /** Levels x of the inputs, patterns x M. */
  readonly patterns: Float64Array;
  readonly patternCount: number;
  readonly inputVoltage_V: number;
  /** `Infinity` when the columns float. */
  readonly neuronInputResistance_ohm: number;
}
