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
  /** 1: every row is an input. 2: input k drives row 2k with its voltage and row 2k + 1 with the opposite one. */
  readonly rowsPerInput: 1 | 2;
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
  /**
   * Current drawn from input i per volt on input k, all other inputs at zero, inputs x inputs, symmetric; of a pair of rows the
   * difference of their currents, so that voltage times current is the power.
   */
  readonly inputAdmittance_S: Float64Array;
}

/**
 * Exact solution at the terminals for every row voltage at once; 1.6 million multiplications for 52 rows in pairs and 26
 * columns.
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
  const behind = emptyMultiport(columnCount, rowCount, network.rowsPerInput);
  const row = emptyRowAdmittance(columnCount);
  for (let i = 0; i < rowCount; i++) {
    if (i > 0 && columnResistance_ohm > 0) eliminateColumnNodes(behind, i, 1 / columnResistance_ohm);
    const ladder = {
      conductance_S: network.conductance_S.subarray(i * columnCount, (i + 1) * columnCount),
      feedResistance_ohm: network.driverResistance_ohm + rowResistance_ohm,
      segmentResistance_ohm: rowResistance_ohm,
    };
    rowAdmittance(ladder, row);
    addRow(behind, i, row);
  }
  const inputCount = Math.ceil(rowCount / network.rowsPerInput);
  const end_ohm = columnResistance_ohm + neuronInputResistance_ohm;
  const end_S = 1 / end_ohm;
  if (end_ohm > 0 && !eliminateColumnNodes(behind, rowCount, end_S)) return undefined;
  // Currents through g have moved to its far end, which is the ground behind the neuron.
  const arriving = end_S === 0 ? behind.nodeVoltage : behind.rowToColumn_S;
  return {
    columnTransfer: withoutPadding(arriving, behind.width, rowCount, columnCount),
    inputAdmittance_S: symmetricBlock(behind.betweenInputs_S, behind.inputStride, inputCount),
  };
}

/** Connects a row to the columns and to its source. */
function addRow(network: MultiportNetwork, row: number, admittance: RowAdmittance): void {
  const { columnCount, width, betweenColumns_S, rowToColumn_S, betweenInputs_S } = network;
  for (let i = 0; i < columnCount; i++) {
    for (let j = 0; j < columnCount; j++) {
      betweenColumns_S[i * width + j]! += admittance.betweenColumns_S[i * columnCount + j]!;
    }
    rowToColumn_S[row * width + i] = admittance.toColumns_S[i]!;
  }
  const input = Math.floor(row / network.rowsPerInput);
  betweenInputs_S[input * network.inputStride + input]! += admittance.input_S[0]!;
}

/** The first `columnCount` entries of each row. */
function withoutPadding(rows: Float64Array, width: number, rowCount: number, columnCount: number): Float64Array {
  const result = new Float64Array(rowCount * columnCount);
  for (let row = 0; row < rowCount; row++) {
    result.set(rows.subarray(row * width, row * width + columnCount), row * columnCount);
  }
  return result;
}

/** Both triangles of a symmetric matrix of which the lower is given. */
function symmetricBlock(matrix: Float64Array, stride: number, size: number): Float64Array {
  const block = new Float64Array(size * size);
  for (let i = 0; i < size; i++) {
    for (let j = 0; j <= i; j++) {
      const entry = matrix[i * stride + j]!;
      block[i * size + j] = entry;
      block[j * size + i] = entry;
    }
  }
  return block;
}
