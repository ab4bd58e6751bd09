import { eliminateColumnNodes, emptyMultiport } from "./kron-reduction.ts";
import type { MultiportNetwork } from "./kron-reduction.ts";
import { emptyRowAdmittance, rowAdmittance } from "./row-ladder.ts";
import type { RowAdmittance } from "./row-ladder.ts";

/**
 * The resistive network of a crossbar of R rows and N columns; the far ends of the rows are open:
 *
 * ```
 * V_i  --driver-- d_i  --row wire-- w_i0 --row wire-- w_i1 ... w_i,N-1
 * w_ij --G_ij-- b_ij
 * b_0j --column wire-- b_1j ... b_R-1,j --column wire-- o_j --neuron-- 0 V
 * ```
 */
export interface ArrayNetwork {
  readonly rowCount: number;
  readonly columnCount: number;
  /** Synapse between row i and column j, at index i * columnCount + j; >= 0. */
  readonly conductance_S: Float64Array;
  /** May be zero. */
  readonly driverResistance_ohm: number;
  /** Of one wire segment, along rows and along columns; may be zero. */
  readonly rowResistance_ohm: number;
  readonly columnResistance_ohm: number;
  /** May be zero; `Infinity` when the columns float. */
  readonly neuronInputResistance_ohm: number;
}

/** The network as its terminals see it. */
export interface ArrayTerminals {
  /**
   * What arrives at the neuron of column j per volt on row i, all other rows at zero, at index i * columnCount + j: its
   * current in siemens, or, when the columns float, the voltage of o_j.
   */
  readonly columnTransfer: Float64Array;
  /** Current drawn from the source of row i per volt on row k, all other rows at zero, rowCount x rowCount, symmetric. */
  readonly rowAdmittance_S: Float64Array;
}

/**
 * Exact solution at the terminals for every row voltage at once; 3 million multiplications for 52 rows and 26 columns.
 *
 * Walks along the columns towards the neurons. What lies behind is a multiport, with the N columns and the rows passed so far
 * as ports. A row adds its own admittances and one port; the column wires to the next row are series resistors at the column
 * ports; the last ones end in the neurons. Every number on the way is an admittance of a passive network, and wires of zero
 * resistance drop out.
 *
 * @returns undefined when a column floats without conductance to any row, so that its voltage is not determined
 */
export function solveArrayNetwork(network: ArrayNetwork): ArrayTerminals | undefined {
  const { rowCount, columnCount, rowResistance_ohm, columnResistance_ohm, neuronInputResistance_ohm } = network;
  const behind = emptyMultiport(columnCount, rowCount);
  const row = emptyRowAdmittance(columnCount);
  for (let i = 0; i < rowCount; i++) {
    if (i > 0 && columnResistance_ohm > 0) eliminateColumnNodes(behind, columnCount + i, 1 / columnResistance_ohm);
    const ladder = {
      conductance_S: network.conductance_S.subarray(i * columnCount, (i + 1) * columnCount),
      feedResistance_ohm: network.driverResistance_ohm + rowResistance_ohm,
      segmentResistance_ohm: rowResistance_ohm,
    };
    rowAdmittance(ladder, row);
    addRow(behind, columnCount + i, row);
  }
  const end_ohm = columnResistance_ohm + neuronInputResistance_ohm;
  if (end_ohm === 0)
    return { columnTransfer: groundedCurrents(behind, rowCount), rowAdmittance_S: rowBlock(behind, rowCount) };
  const end_S = 1 / end_ohm;
  if (!eliminateColumnNodes(behind, columnCount + rowCount, end_S)) return undefined;
  return {
    columnTransfer: columnVoltages(behind, rowCount, end_S === 0 ? 1 : end_S),
    rowAdmittance_S: rowBlock(behind, rowCount),
  };
}

/** Connects a row to the columns and to a new port `port` for its source. */
function addRow(network: MultiportNetwork, port: number, row: RowAdmittance): void {
  const { columnCount, stride, admittance_S } = network;
  for (let i = 0; i < columnCount; i++) {
    for (let j = 0; j < columnCount; j++) {
      admittance_S[i * stride + j]! += row.betweenColumns_S[i * columnCount + j]!;
    }
    admittance_S[port * stride + i] = -row.toColumns_S[i]!;
  }
  admittance_S[port * stride + port] = row.input_S[0]!;
}

/** Currents -X out of grounded column ports per volt on each row. */
function groundedCurrents(network: MultiportNetwork, rowCount: number): Float64Array {
  const { columnCount, stride, admittance_S } = network;
  const currents = new Float64Array(rowCount * columnCount);
  for (let row = 0; row < rowCount; row++) {
    const from = (columnCount + row) * stride;
    for (let j = 0; j < columnCount; j++) currents[row * columnCount + j] = -admittance_S[from + j]!;
  }
  return currents;
}

/** Voltages -(P + g)^-1 X of the column nodes that were eliminated last, per volt on each row, times `scale`. */
function columnVoltages(network: MultiportNetwork, rowCount: number, scale: number): Float64Array {
  const { columnCount, factor, solved } = network;
  const voltages = new Float64Array(rowCount * columnCount);
  for (let row = 0; row < rowCount; row++) {
    const at = row * columnCount;
    const from = (columnCount + row) * columnCount;
    for (let j = 0; j < columnCount; j++) voltages[at + j] = -scale * solved[from + j]!;
    for (let j = columnCount - 1; j >= 0; j--) {
      const voltage = voltages[at + j]! * factor[j * columnCount + j]!;
      voltages[at + j] = voltage;
      for (let k = 0; k < j; k++) voltages[at + k]! -= voltage * factor[j * columnCount + k]!;
    }
  }
  return voltages;
}

/** The block of Y between row ports, both triangles. */
function rowBlock(network: MultiportNetwork, rowCount: number): Float64Array {
  const { columnCount, stride, admittance_S } = network;
  const block = new Float64Array(rowCount * rowCount);
  for (let i = 0; i < rowCount; i++) {
    for (let j = 0; j <= i; j++) {
      const entry = admittance_S[(columnCount + i) * stride + columnCount + j]!;
      block[i * rowCount + j] = entry;
      block[j * rowCount + i] = entry;
    }
  }
  return block;
}
