/** The column of one neuron: synapses tap it one after the other, the neuron ends it. */
export interface ColumnLadder {
  /** Of each tap's branch in series, from its source to the column: driver, row wire and synapse; >= 0. */
  readonly branch_S: Float64Array;
  /** Of the column wire behind each tap; the last one leads to the neuron. May be 0. */
  readonly segmentResistance_ohm: number;
  /** `Infinity` for a column that floats. */
  readonly neuronInputResistance_ohm: number;
}

/** What a reduction from the far end to the neuron leaves. */
export interface ReducedLadder {
  /** Norton conductance of all taps up to each one, seen from its node. */
  readonly upstream_S: Float64Array;
  /** Part of the Norton current of a node that the next one receives; for the last tap, that reaches the neuron. */
  readonly passed: Float64Array;
  /**
   * What arrives per volt at the source of each tap, all other sources at zero: current at the neuron in siemens, or, on a
   * column that floats, its voltage.
   */
  readonly transfer: Float64Array;
}

/**
 * Exact reduction of the ladder, Y_k = g_k + Y_k-1 / (1 + r Y_k-1): only sums, products and quotients of what is not negative,
 * so that every transfer is right to rounding for any ratio of the resistances, zero included.
 *
 * @returns undefined when the column floats and no tap conducts
 */
export function reduceLadder(ladder: ColumnLadder): ReducedLadder | undefined {
  const { branch_S, segmentResistance_ohm, neuronInputResistance_ohm } = ladder;
  const count = branch_S.length;
  const upstream_S = new Float64Array(count);
  const passed = new Float64Array(count);
  for (let k = 0; k < count; k++) {
    upstream_S[k] = branch_S[k]! + (k === 0 ? 0 : upstream_S[k - 1]! * passed[k - 1]!);
    passed[k] = 1 / (1 + segmentResistance_ohm * upstream_S[k]!);
  }
  const total_S = upstream_S[count - 1] ?? 0;
  const floats = neuronInputResistance_ohm === Infinity;
  if (floats && !(total_S > 0)) return undefined;
  if (count > 0) {
    passed[count - 1] = floats ? 0 : 1 / (1 + (segmentResistance_ohm + neuronInputResistance_ohm) * total_S);
  }
  const transfer = new Float64Array(count);
  let onward = floats ? 1 / total_S : 1;
  for (let k = count - 1; k >= 0; k--) {
    if (!floats || k < count - 1) onward *= passed[k]!;
    transfer[k] = branch_S[k]! * onward;
  }
  return { upstream_S, passed, transfer };
}

/** Node voltages of the column at each tap, for the voltages of the sources, written into `node_V`. */
export function ladderVoltages_V(
  ladder: ColumnLadder,
  { upstream_S, passed }: ReducedLadder,
  source_V: Float64Array,
  node_V: Float64Array,
): void {
  const { branch_S, segmentResistance_ohm, neuronInputResistance_ohm } = ladder;
  const last = branch_S.length - 1;
  // Norton currents first, in place.
  for (let k = 0; k <= last; k++) {
    node_V[k] = branch_S[k]! * source_V[k]! + (k === 0 ? 0 : node_V[k - 1]! * passed[k - 1]!);
  }
  for (let k = last; k >= 0; k--) {
    const current_A = node_V[k]!;
    if (k < last) node_V[k] = (segmentResistance_ohm * current_A + node_V[k + 1]!) * passed[k]!;
    else if (neuronInputResistance_ohm === Infinity) node_V[k] = current_A / upstream_S[k]!;
    else node_V[k] = (segmentResistance_ohm + neuronInputResistance_ohm) * current_A * passed[k]!;
  }
}
