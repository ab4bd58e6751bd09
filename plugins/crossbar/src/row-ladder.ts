/**
 * One row of the array as a multiport: a source behind a resistance, a wire with one segment per cell, and at every cell a
 * synapse to a column.
 *
 * The wire is a resistor ladder. Two walks along it combine series and parallel branches; nothing is ever subtracted, so
 * nothing is lost when a wire segment conducts many orders of magnitude better than a synapse, and a resistance of exactly
 * zero needs no case of its own.
 */
export interface RowLadder {
  /** Conductance of the synapse at each cell, >= 0. */
  readonly conductance_S: Float64Array;
  /** Resistance from the source to the wire at the first cell. */
  readonly feedResistance_ohm: number;
  /** Resistance of the wire from one cell to the next. */
  readonly segmentResistance_ohm: number;
}

/** The admittances of a row towards its source and its N columns. */
export interface RowAdmittance {
  /** Current into column j per volt on column k, everything else at zero, N x N, row-major. */
  readonly betweenColumns_S: Float64Array;
  /** Current delivered into each grounded column per volt of the source. */
  readonly toColumns_S: Float64Array;
  /** Current drawn from the source per volt when all columns are grounded, in the only entry. */
  readonly input_S: Float64Array;
}

/** Room for a row of `columnCount` cells. */
export function emptyRowAdmittance(columnCount: number): RowAdmittance {
  return {
    betweenColumns_S: new Float64Array(columnCount * columnCount),
    toColumns_S: new Float64Array(columnCount),
    input_S: new Float64Array(1),
  };
}

/** Computes the admittances of a row into `result`, whose earlier content does not matter. */
export function rowAdmittance(row: RowLadder, result: RowAdmittance): void {
  const { conductance_S, feedResistance_ohm, segmentResistance_ohm } = row;
  const { betweenColumns_S, toColumns_S, input_S } = result;
  const count = conductance_S.length;

  // From the far end: the conductance of everything from cell k on, and the part of the voltage before it that arrives.
  const onward_S = new Float64Array(count + 1);
  const passed = new Float64Array(count);
  for (let k = count - 1; k >= 0; k--) {
    const load_S = conductance_S[k]! + onward_S[k + 1]!;
    passed[k] = 1 / (1 + (k > 0 ? segmentResistance_ohm : feedResistance_ohm) * load_S);
    onward_S[k] = load_S * passed[k]!;
  }
  input_S[0] = onward_S[0]!;

  // From the source: the resistance back to it as cell k sees it, and what arrives of one volt.
  let back_ohm = feedResistance_ohm;
  let arrived = 1;
  for (let k = 0; k < count; k++) {
    const own_S = conductance_S[k]!;
    arrived *= passed[k]!;
    toColumns_S[k] = own_S * arrived;
    const beyond_S = onward_S[k + 1]!;
    const node_ohm = back_ohm / (1 + back_ohm * (own_S + beyond_S));
    // G - G z G with the node resistance z: what is left of G behind the parallel of the way back and the way onward.
    betweenColumns_S[k * count + k] = (own_S * (1 + back_ohm * beyond_S)) / (1 + back_ohm * (own_S + beyond_S));
    let coupling_S = -own_S * node_ohm;
    for (let j = k + 1; j < count; j++) {
      coupling_S *= passed[j]!;
      betweenColumns_S[k * count + j] = coupling_S * conductance_S[j]!;
      betweenColumns_S[j * count + k] = coupling_S * conductance_S[j]!;
    }
    back_ohm = segmentResistance_ohm + back_ohm / (1 + back_ohm * own_S);
  }
}
