import { invertSymmetric } from "./symmetric-inverse.ts";

/**
 * What lies behind a cut through the columns, as its ports see it: one port at every column, and the sources of the rows
 * passed so far. Nothing else is tied to ground, so that no current flows when all ports have one voltage.
 *
 * Columns, rows and inputs are rounded up for the inner loops; those that do not exist are zero.
 */
export interface MultiportNetwork {
  readonly columnCount: number;
  /** Columns, rounded up. */
  readonly width: number;
  readonly inputStride: number;
  /** 1, or 2 when an input drives the even row of a pair with its voltage and the odd one with the opposite. */
  readonly rowsPerInput: 1 | 2;
  /** P, current into column i per volt on column j, width x width; 1 at (i, i) for a column that does not exist. */
  readonly betweenColumns_S: Float64Array;
  /** Current that grounded column j delivers per volt on row r, at r * width + j. */
  readonly rowToColumn_S: Float64Array;
  /** Current drawn by input i per volt on input k, inputStride x inputStride, on and below the diagonal. */
  readonly betweenInputs_S: Float64Array;
  /** Voltage of the nodes at the columns that were eliminated last, per volt on row r, at r * width + j. */
  readonly nodeVoltage: Float64Array;
  /** Room for (P + g)^-1, and for one of its columns. */
  readonly inverse_ohm: Float64Array;
  readonly column: Float64Array;
  /** {@link rowToColumn_S} and {@link nodeVoltage} per volt on an input; the same arrays when an input has one row. */
  readonly inputToColumn_S: Float64Array;
  readonly inputNodeVoltage: Float64Array;
}

/** Rows handled side by side in the inner loops. */
const LANES = 4;

/** Room for a network of `columnCount` columns and up to `rowCount` rows, without any admittance. */
export function emptyMultiport(columnCount: number, rowCount: number, rowsPerInput: 1 | 2): MultiportNetwork {
  const width = roundedUp(columnCount, 2);
  const rows = roundedUp(rowCount, LANES);
  const inputs = rows / rowsPerInput;
  const rowToColumn_S = new Float64Array(rows * width);
  const nodeVoltage = new Float64Array(rows * width);
  const betweenColumns_S = new Float64Array(width * width);
  for (let i = columnCount; i < width; i++) betweenColumns_S[i * width + i] = 1;
  return {
    columnCount,
    width,
    inputStride: inputs,
    rowsPerInput,
    betweenColumns_S,
    rowToColumn_S,
    betweenInputs_S: new Float64Array(inputs * inputs),
    nodeVoltage,
    inverse_ohm: new Float64Array(width * width),
    column: new Float64Array(width),
    inputToColumn_S: rowsPerInput === 1 ? rowToColumn_S : new Float64Array(inputs * width),
    inputNodeVoltage: rowsPerInput === 1 ? nodeVoltage : new Float64Array(inputs * width),
  };
}

/**
 * Puts a conductance g from every column port to a new node, which becomes the port (Kron's reduction). With T the currents
 * from the rows and M = P + g, the eliminated nodes have the voltages T M^-1, from which T becomes g T M^-1 and P, off its
 * diagonal, -g^2 M^-1; the diagonal of P follows from currents that add up to zero. P and T come about without a subtraction, so
 * nothing is lost when g conducts many orders of magnitude better than the synapses.
 *
 * With the new ports at zero volts nothing else is different when g goes to ground, which is how columns end.
 *
 * @param rowCount rows passed
 * @param conductance_S g >= 0, the same at every column
 * @returns false, leaving the network untouched, when P + g is singular: g = 0 and a column that is not connected
 */
export function eliminateColumnNodes(network: MultiportNetwork, rowCount: number, conductance_S: number): boolean {
  const { width, betweenColumns_S, inverse_ohm, column } = network;
  inverse_ohm.set(betweenColumns_S);
  for (let i = 0; i < width; i++) inverse_ohm[i * width + i]! += conductance_S;
  if (!invertSymmetric(inverse_ohm, width, column)) return false;
  solveNodes(network, rowCount);
  subtractFromInputs(network, rowCount);
  moveColumnPorts(network, rowCount, conductance_S);
  return true;
}

/** nodeVoltage = T M^-1. */
function solveNodes(network: MultiportNetwork, rowCount: number): void {
  const { width, rowToColumn_S, inverse_ohm, nodeVoltage } = network;
  for (let row = 0; row < rowCount; row += LANES) {
    const row0 = row * width;
    const row1 = row0 + width;
    const row2 = row1 + width;
    const row3 = row2 + width;
    for (let j = 0; j < width; j += 2) {
      const left = j * width;
      const right = left + width;
      let left0 = 0;
      let left1 = 0;
      let left2 = 0;
      let left3 = 0;
      let right0 = 0;
      let right1 = 0;
      let right2 = 0;
      let right3 = 0;
      for (let k = 0; k < width; k++) {
        const x = inverse_ohm[left + k]!;
        const y = inverse_ohm[right + k]!;
        const t0 = rowToColumn_S[row0 + k]!;
        const t1 = rowToColumn_S[row1 + k]!;
        const t2 = rowToColumn_S[row2 + k]!;
        const t3 = rowToColumn_S[row3 + k]!;
        left0 += x * t0;
        left1 += x * t1;
        left2 += x * t2;
        left3 += x * t3;
        right0 += y * t0;
        right1 += y * t1;
        right2 += y * t2;
        right3 += y * t3;
      }
      nodeVoltage[row0 + j] = left0;
      nodeVoltage[row1 + j] = left1;
      nodeVoltage[row2 + j] = left2;
      nodeVoltage[row3 + j] = left3;
      nodeVoltage[row0 + j + 1] = right0;
      nodeVoltage[row1 + j + 1] = right1;
      nodeVoltage[row2 + j + 1] = right2;
      nodeVoltage[row3 + j + 1] = right3;
    }
  }
}

/** betweenInputs -= T M^-1 T' of the inputs. */
function subtractFromInputs(network: MultiportNetwork, rowCount: number): void {
  const { width, inputStride, rowsPerInput, betweenInputs_S, inputToColumn_S, inputNodeVoltage } = network;
  const inputCount = Math.ceil(rowCount / rowsPerInput);
  if (rowsPerInput === 2) {
    subtractOddRows(network.rowToColumn_S, inputCount, width, inputToColumn_S);
    subtractOddRows(network.nodeVoltage, inputCount, width, inputNodeVoltage);
  }
  for (let a = 0; a < inputCount; a += 2) {
    const a0 = a * width;
    const a1 = a0 + width;
    for (let b = 0; b <= a; b += 2) {
      const b0 = b * width;
      const b1 = b0 + width;
      let sum00 = 0;
      let sum01 = 0;
      let sum10 = 0;
      let sum11 = 0;
      for (let k = 0; k < width; k++) {
        const t0 = inputToColumn_S[a0 + k]!;
        const t1 = inputToColumn_S[a1 + k]!;
        const v0 = inputNodeVoltage[b0 + k]!;
        const v1 = inputNodeVoltage[b1 + k]!;
        sum00 += t0 * v0;
        sum01 += t0 * v1;
        sum10 += t1 * v0;
        sum11 += t1 * v1;
      }
      const at = a * inputStride + b;
      betweenInputs_S[at]! -= sum00;
      betweenInputs_S[at + 1]! -= sum01;
      betweenInputs_S[at + inputStride]! -= sum10;
      betweenInputs_S[at + inputStride + 1]! -= sum11;
    }
  }
}

/** Rows of a pair, one driven against the other. */
function subtractOddRows(rows: Float64Array, pairCount: number, width: number, differences: Float64Array): void {
  for (let pair = 0; pair < pairCount; pair++) {
    const to = pair * width;
    const even = 2 * to;
    const odd = even + width;
    for (let j = 0; j < width; j++) differences[to + j] = rows[even + j]! - rows[odd + j]!;
  }
}

/** P and T at the far side of the conductances. */
function moveColumnPorts(network: MultiportNetwork, rowCount: number, conductance_S: number): void {
  const { columnCount, width, betweenColumns_S, rowToColumn_S, nodeVoltage, inverse_ohm, column } = network;
  column.fill(0);
  for (let row = 0; row < rowCount; row++) {
    const at = row * width;
    for (let j = 0; j < width; j++) {
      const current_S = conductance_S * nodeVoltage[at + j]!;
      rowToColumn_S[at + j] = current_S;
      column[j]! += current_S;
    }
  }
  const square_S2 = conductance_S ** 2;
  for (let i = 0; i < columnCount; i++) {
    const at = i * width;
    let away_S = column[i]!;
    for (let j = 0; j < width; j++) {
      const coupling_S = i === j ? 0 : square_S2 * inverse_ohm[at + j]!;
      betweenColumns_S[at + j] = -coupling_S;
      away_S += coupling_S;
    }
    betweenColumns_S[at + i] = away_S;
  }
}

function roundedUp(count: number, multiple: number): number {
  return Math.ceil(count / multiple) * multiple;
}
