/**
 * A multiport network by its admittance matrix Y (current into port a per volt on port b): first the ports at the columns,
 * then those at the rows. Rows of ports that are not there yet are zero.
 */
export interface MultiportNetwork {
  readonly columnCount: number;
  /** Length of a row of Y: at least the number of ports, a multiple of {@link LANES}. */
  readonly stride: number;
  /** Y, of which the lower triangle and the whole block between columns are kept. */
  readonly admittance_S: Float64Array;
  /** Room for the triangular factor, columnCount x columnCount. */
  readonly factor: Float64Array;
  /** Room for the solved right-hand sides, stride x columnCount. */
  readonly solved: Float64Array;
}

/** Ports handled side by side in the inner loops. */
const LANES = 4;

/** Room for a network of `columnCount` column ports and up to `rowCount` row ports, without any admittance. */
export function emptyMultiport(columnCount: number, rowCount: number): MultiportNetwork {
  const stride = roundedUp(columnCount + rowCount);
  return {
    columnCount,
    stride,
    admittance_S: new Float64Array(stride * stride),
    factor: new Float64Array(columnCount * columnCount),
    solved: new Float64Array(stride * columnCount),
  };
}

/**
 * Puts a conductance g from every column port to a new node, which becomes the port: Y becomes Y - X'(P + g)^-1 X, with P the
 * block of Y between column ports and X its rows at column ports. With the new ports at zero volts nothing else is different
 * when g goes to ground and the ports are dropped, which is how columns end (Kron's reduction).
 *
 * Leaves in `factor` the Cholesky factor L of P + g with the reciprocals of its diagonal, in `solved` the rows L^-1 X.
 *
 * @param portCount ports present
 * @param conductance_S g >= 0, the same at every column
 * @returns false, leaving Y untouched, when P + g is singular: g = 0 and a column that is not connected
 */
export function eliminateColumnNodes(network: MultiportNetwork, portCount: number, conductance_S: number): boolean {
  if (!factorColumnBlock(network, conductance_S)) return false;
  const count = roundedUp(portCount);
  solveTriangular(network, count);
  subtractProducts(network, count);
  return true;
}

/** L L' = P + g. */
function factorColumnBlock(network: MultiportNetwork, conductance_S: number): boolean {
  const { columnCount, stride, admittance_S, factor } = network;
  for (let i = 0; i < columnCount; i++) {
    const row = i * columnCount;
    for (let j = 0; j <= i; j++) {
      const other = j * columnCount;
      let sum = admittance_S[i * stride + j]! + (i === j ? conductance_S : 0);
      for (let k = 0; k < j; k++) sum -= factor[row + k]! * factor[other + k]!;
      if (j < i) factor[row + j] = sum * factor[other + j]!;
      else if (sum > 0) factor[row + i] = 1 / Math.sqrt(sum);
      else return false;
    }
  }
  return true;
}

/** Rows of L^-1 X for the first `count` ports. */
function solveTriangular(network: MultiportNetwork, count: number): void {
  const { columnCount, stride, admittance_S, factor, solved } = network;
  for (let port = 0; port < count; port += LANES) {
    const from = port * stride;
    const to0 = port * columnCount;
    const to1 = to0 + columnCount;
    const to2 = to1 + columnCount;
    const to3 = to2 + columnCount;
    for (let i = 0; i < columnCount; i++) {
      const row = i * columnCount;
      let sum0 = admittance_S[from + i]!;
      let sum1 = admittance_S[from + stride + i]!;
      let sum2 = admittance_S[from + 2 * stride + i]!;
      let sum3 = admittance_S[from + 3 * stride + i]!;
      for (let k = 0; k < i; k++) {
        const entry = factor[row + k]!;
        sum0 -= entry * solved[to0 + k]!;
        sum1 -= entry * solved[to1 + k]!;
        sum2 -= entry * solved[to2 + k]!;
        sum3 -= entry * solved[to3 + k]!;
      }
      const reciprocal = factor[row + i]!;
      solved[to0 + i] = sum0 * reciprocal;
      solved[to1 + i] = sum1 * reciprocal;
      solved[to2 + i] = sum2 * reciprocal;
      solved[to3 + i] = sum3 * reciprocal;
    }
  }
}

/** Y -= (L^-1 X)' (L^-1 X), on and below the diagonal, and the whole block between columns. */
function subtractProducts(network: MultiportNetwork, count: number): void {
  const { columnCount, stride, admittance_S, solved } = network;
  for (let a = 0; a < count; a += 2) {
    const a0 = a * columnCount;
    const a1 = a0 + columnCount;
    for (let b = 0; b <= a; b += 2) {
      const b0 = b * columnCount;
      const b1 = b0 + columnCount;
      let sum00 = 0;
      let sum01 = 0;
      let sum10 = 0;
      let sum11 = 0;
      for (let k = 0; k < columnCount; k++) {
        const x0 = solved[a0 + k]!;
        const x1 = solved[a1 + k]!;
        const y0 = solved[b0 + k]!;
        const y1 = solved[b1 + k]!;
        sum00 += x0 * y0;
        sum01 += x0 * y1;
        sum10 += x1 * y0;
        sum11 += x1 * y1;
      }
      const at = a * stride + b;
      admittance_S[at]! -= sum00;
      admittance_S[at + 1]! -= sum01;
      admittance_S[at + stride]! -= sum10;
      admittance_S[at + stride + 1]! -= sum11;
    }
  }
  for (let i = 1; i < columnCount; i++) {
    for (let j = 0; j < i; j++) admittance_S[j * stride + i] = admittance_S[i * stride + j]!;
  }
}

function roundedUp(count: number): number {
  return Math.ceil(count / LANES) * LANES;
}
