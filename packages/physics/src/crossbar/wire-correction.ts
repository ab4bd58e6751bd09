import type { ArrayTerminals } from "./array-terminals.ts";
import type { IdealLines, UniformArray } from "./ideal-lines.ts";

/**
 * What wires of small resistance do to an array, with a bound on what is left out.
 *
 * The power P that the terminals take is a quadratic form in what is put on them. Ideal lines give P0. Two trial states of the
 * network with wires bracket it: the cell currents of the ideal lines led along the wires (Thomson) give P >= P0 - W, where W is
 * the power those currents lose in the wires; the cells' voltages shifted by the drops of those currents (Dirichlet) give
 * P <= P0 - W + X with X the power of the shifts in the cells. By the inequality of Cauchy and Schwarz X <= kappa W,
 *
 * kappa = max over rows of sum_j (j + 1) r G_ij + max over columns of sum_i (R - i) r G_ij.
 *
 * So P = P0 - (1 - kappa/2) W up to +- kappa/2 W, for every state of the terminals at once. A transfer from an input to a neuron
 * is a mixed term of the form, and is off by at most kappa/2 sqrt(W of the inputs * W of a volt behind the neuron).
 */
export interface WireCorrection {
  /** The bracket's middle. */
  readonly terminals: ArrayTerminals;
  /** Half of the width of the bracket relative to the first-order loss: kappa / 2. */
  readonly relativeWidth: number;
  /** W of the inputs per volt squared, inputs x inputs, symmetric. */
  readonly inputLoss_S: Float64Array;
  /** W of a volt behind each neuron in siemens, or, for floating columns, of an ampere into the column in ohm. */
  readonly neuronLoss: Float64Array;
}

/** kappa, for the same resistance in every segment of rows and columns. */
export function wireLoading(
  array: Pick<UniformArray, "rowCount" | "columnCount" | "conductance_S">,
  segmentResistance_ohm: number,
): number {
  const { rowCount, columnCount, conductance_S } = array;
  const column = new Float64Array(columnCount);
  let largestRow = 0;
  for (let i = 0; i < rowCount; i++) {
    let row = 0;
    for (let j = 0; j < columnCount; j++) {
      const cell = segmentResistance_ohm * conductance_S[i * columnCount + j]!;
      row += (j + 1) * cell;
      column[j]! += (rowCount - i) * cell;
    }
    largestRow = Math.max(largestRow, row);
  }
  return largestRow + Math.max(...column);
}

/** First-order correction of ideal lines for wires of a resistance per segment, with its bound; kappa below 1. */
export function correctForWires(array: UniformArray, ideal: IdealLines, segmentResistance_ohm: number): WireCorrection {
  const { rowCount, columnCount } = array;
  const { passedByDriver, columnPerRow, columnPerNeuron, terminals } = ideal;
  const loss = wireLoss(array, segmentResistance_ohm);
  const relativeWidth = wireLoading(array, segmentResistance_ohm) / 2;
  const kept = 1 - relativeWidth;
  const { rowColumn_S, columnColumn_S } = seenThroughDrivers(array, passedByDriver, loss);

  const perRow_S = new Float64Array(rowCount * columnCount);
  const driven_S = new Float64Array(rowCount * columnCount);
  for (let i = 0; i < rowCount; i++) {
    const row = i * columnCount;
    for (let j = 0; j < columnCount; j++)
      perRow_S[row + j] = driven_S[row + j] = rowColumn_S[row + j]! * passedByDriver[i]!;
  }
  addProduct(columnPerRow, columnColumn_S, perRow_S, rowCount, columnCount, columnCount);
  const transferLoss = new Float64Array(rowCount * columnCount);
  addProduct(perRow_S, columnPerNeuron, transferLoss, rowCount, columnCount, columnCount);

  const inputLoss_S = inputForm(array, passedByDriver, loss.rowRow_S, driven_S, perRow_S, columnPerRow);
  const throughColumns = new Float64Array(columnCount * columnCount);
  addProduct(columnPerNeuron, columnColumn_S, throughColumns, columnCount, columnCount, columnCount);
  const neuronLoss = Float64Array.from({ length: columnCount }, (_, j) =>
    dot(throughColumns, columnPerNeuron, j * columnCount, j * columnCount, columnCount),
  );
  return {
    terminals: {
      columnTransfer: terminals.columnTransfer.map((value, index) => value + kept * transferLoss[index]!),
      inputAdmittance_S: terminals.inputAdmittance_S.map((value, index) => value - kept * inputLoss_S[index]!),
    },
    relativeWidth,
    inputLoss_S,
    neuronLoss,
  };
}

/** W as a form in the voltages of rows and columns of ideal lines. */
interface WireLoss {
  readonly rowRow_S: Float64Array;
  readonly rowColumn_S: Float64Array;
  readonly columnColumn_S: Float64Array;
}

/**
 * Row segment k of row a carries sum over j >= k of G_aj (w_a - b_j), column segment k of column j the sum over i <= k of
 * G_ij (w_i - b_j).
 */
function wireLoss(array: UniformArray, segmentResistance_ohm: number): WireLoss {
  const { rowCount, columnCount, conductance_S } = array;
  const rowRow_S = new Float64Array(rowCount * rowCount);
  const rowColumn_S = new Float64Array(rowCount * columnCount);
  const columnColumn_S = new Float64Array(columnCount * columnCount);
  const transposed_S = transpose(conductance_S, rowCount, columnCount);
  addProduct(conductance_S, transposed_S, rowRow_S, rowCount, columnCount, rowCount);
  addProduct(transposed_S, conductance_S, columnColumn_S, columnCount, rowCount, columnCount);
  // Two rows share the column segments behind the later one, two columns the row segments before the earlier one.
  for (let a = 0; a < rowCount; a++)
    for (let b = 0; b < rowCount; b++)
      rowRow_S[a * rowCount + b]! *= segmentResistance_ohm * (rowCount - (a > b ? a : b));
  for (let j = 0; j < columnCount; j++)
    for (let k = 0; k < columnCount; k++)
      columnColumn_S[j * columnCount + k]! *= segmentResistance_ohm * ((j < k ? j : k) + 1);

  const onward_S = new Float64Array(columnCount);
  for (let i = 0; i < rowCount; i++) {
    const row = i * columnCount;
    let sum_S = 0;
    let square_S2 = 0;
    for (let j = columnCount - 1; j >= 0; j--) {
      sum_S += conductance_S[row + j]!;
      onward_S[j] = sum_S;
      square_S2 += sum_S ** 2;
    }
    rowRow_S[i * rowCount + i]! += segmentResistance_ohm * square_S2;
    let passed_S = 0;
    for (let j = 0; j < columnCount; j++) {
      passed_S += onward_S[j]!;
      rowColumn_S[row + j] = -segmentResistance_ohm * conductance_S[row + j]! * passed_S;
    }
  }
  const collected_S = new Float64Array(rowCount);
  for (let j = 0; j < columnCount; j++) {
    let sum_S = 0;
    let square_S2 = 0;
    for (let i = 0; i < rowCount; i++) {
      sum_S += conductance_S[i * columnCount + j]!;
      collected_S[i] = sum_S;
      square_S2 += sum_S ** 2;
    }
    columnColumn_S[j * columnCount + j]! += segmentResistance_ohm * square_S2;
    let passed_S = 0;
    for (let i = rowCount - 1; i >= 0; i--) {
      passed_S += collected_S[i]!;
      rowColumn_S[i * columnCount + j]! -= segmentResistance_ohm * conductance_S[i * columnCount + j]! * passed_S;
    }
  }
  return { rowRow_S, rowColumn_S, columnColumn_S };
}

/**
 * The form with row voltages w = p (V + R sum of G b), p what passes the driver: between row nodes and columns that drag their
 * rows along, and between such columns.
 */
function seenThroughDrivers(
  array: UniformArray,
  passedByDriver: Float64Array,
  loss: WireLoss,
): { readonly rowColumn_S: Float64Array; readonly columnColumn_S: Float64Array } {
  const { rowCount, columnCount, conductance_S, driverResistance_ohm } = array;
  if (driverResistance_ohm === 0) return loss;
  const dragged = conductance_S.map(
    (cell_S, index) => cell_S * driverResistance_ohm * passedByDriver[Math.floor(index / columnCount)]!,
  );
  const rowColumn_S = loss.rowColumn_S.slice();
  addProduct(loss.rowRow_S, dragged, rowColumn_S, rowCount, rowCount, columnCount);
  const columnColumn_S = loss.columnColumn_S.slice();
  addProduct(
    transpose(rowColumn_S, rowCount, columnCount),
    dragged,
    columnColumn_S,
    columnCount,
    rowCount,
    columnCount,
  );
  addProduct(
    transpose(dragged, rowCount, columnCount),
    loss.rowColumn_S,
    columnColumn_S,
    columnCount,
    rowCount,
    columnCount,
  );
  return { rowColumn_S, columnColumn_S };
}

/** W between inputs: a row itself, and the columns that it moves. */
function inputForm(
  array: UniformArray,
  passedByDriver: Float64Array,
  rowRow_S: Float64Array,
  driven_S: Float64Array,
  perRow_S: Float64Array,
  columnPerRow: Float64Array,
): Float64Array {
  const { rowCount, columnCount, rowsPerInput } = array;
  const inputCount = Math.ceil(rowCount / rowsPerInput);
  const form_S = new Float64Array(inputCount * inputCount);
  // Both triangles of a symmetric form: the lower one of the rows, and twice what lies off its diagonal within a pair.
  for (let a = 0; a < rowCount; a++) {
    const to = (rowsPerInput === 2 ? a >> 1 : a) * inputCount;
    const passed = passedByDriver[a]!;
    for (let b = 0; b <= a; b++) {
      const own_S = passed * rowRow_S[a * rowCount + b]! * passedByDriver[b]!;
      const other = rowsPerInput === 2 ? b >> 1 : b;
      const signed_S = rowsPerInput === 2 && ((a ^ b) & 1) === 1 ? -own_S : own_S;
      form_S[to + other]! += a !== b && other * inputCount === to ? 2 * signed_S : signed_S;
    }
  }
  const driven = perInput(driven_S, array);
  const moved = perInput(columnPerRow, array);
  const per = perInput(perRow_S, array);
  for (let a = 0; a < inputCount; a++) {
    for (let b = 0; b <= a; b++) {
      form_S[a * inputCount + b]! +=
        dot(driven, moved, a * columnCount, b * columnCount, columnCount) +
        dot(moved, per, a * columnCount, b * columnCount, columnCount);
      form_S[b * inputCount + a] = form_S[a * inputCount + b]!;
    }
  }
  return form_S;
}

/** Rows of a matrix, or the differences of its pairs of rows. */
function perInput(rows: Float64Array, { rowCount, columnCount, rowsPerInput }: UniformArray): Float64Array {
  if (rowsPerInput === 1) return rows;
  const result = new Float64Array(Math.ceil(rowCount / 2) * columnCount);
  for (let i = 0; i < rowCount; i++) {
    const to = (i >> 1) * columnCount;
    const sign = i % 2 === 0 ? 1 : -1;
    for (let j = 0; j < columnCount; j++) result[to + j]! += sign * rows[i * columnCount + j]!;
  }
  return result;
}

function dot(one: Float64Array, other: Float64Array, oneAt: number, otherAt: number, count: number): number {
  let sum = 0;
  for (let k = 0; k < count; k++) sum += one[oneAt + k]! * other[otherAt + k]!;
  return sum;
}

function transpose(matrix: Float64Array, rowCount: number, columnCount: number): Float64Array {
  const result = new Float64Array(matrix.length);
  for (let i = 0; i < rowCount; i++)
    for (let j = 0; j < columnCount; j++) result[j * rowCount + i] = matrix[i * columnCount + j]!;
  return result;
}

/** result += one * other: m x n times n x p. */
function addProduct(
  one: Float64Array,
  other: Float64Array,
  result: Float64Array,
  m: number,
  n: number,
  p: number,
): void {
  const paired = n - (n % 4);
  for (let i = 0; i < m; i++) {
    const to = i * p;
    const from = i * n;
    for (let k = 0; k < paired; k += 4) {
      const a = one[from + k]!;
      const b = one[from + k + 1]!;
      const c = one[from + k + 2]!;
      const d = one[from + k + 3]!;
      const rowA = k * p;
      const rowB = rowA + p;
      const rowC = rowB + p;
      const rowD = rowC + p;
      for (let j = 0; j < p; j++)
        result[to + j]! += a * other[rowA + j]! + b * other[rowB + j]! + c * other[rowC + j]! + d * other[rowD + j]!;
    }
    for (let k = paired; k < n; k++) {
      const last = one[from + k]!;
      for (let j = 0; j < p; j++) result[to + j]! += last * other[k * p + j]!;
    }
  }
}
