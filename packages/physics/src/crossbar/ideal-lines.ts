import type { ArrayTerminals } from "./array-terminals.ts";
import { inputAdmittance_S } from "./input-admittance.ts";
import { eliminateNodes, eliminationRoom } from "./node-elimination.ts";

/** A crossbar whose lines are alike, with drivers at the start of the rows and neurons at the end of the columns. */
export interface UniformArray {
  readonly rowCount: number;
  readonly columnCount: number;
  readonly rowsPerInput: 1 | 2;
  /** Synapse between row i and column j, at index i * columnCount + j; >= 0. */
  readonly conductance_S: Float64Array;
  /** May be zero. */
  readonly driverResistance_ohm: number;
  /** May be zero; `Infinity` when the columns float. */
  readonly neuronInputResistance_ohm: number;
}

/** A crossbar with drivers and neurons on wires without resistance. */
export interface IdealLines {
  readonly terminals: ArrayTerminals;
  /** Part of a row's voltage that passes its driver when all columns are at zero. */
  readonly passedByDriver: Float64Array;
  /** Voltage of column j per volt on row i, at i * columnCount + j. */
  readonly columnPerRow: Float64Array;
  /** Voltage of column j per volt behind neuron k, or, for floating columns, per ampere into column k; symmetric. */
  readonly columnPerNeuron: Float64Array;
}

/**
 * Solves the star of drivers, synapses and neurons: rows are eliminated by hand, columns one after the other.
 *
 * @returns undefined when a column floats without conductance to any row
 */
export function solveIdealLines(array: UniformArray): IdealLines | undefined {
  const { rowCount, columnCount, rowsPerInput, conductance_S, neuronInputResistance_ohm } = array;
  const passedByDriver = passed(array);
  const toColumns_S = conductance_S.map((cell_S, index) => cell_S * passedByDriver[Math.floor(index / columnCount)]!);
  if (neuronInputResistance_ohm === 0) {
    const held_S = new Float64Array((rowCount + 1) ** 2);
    for (let index = 0; index < toColumns_S.length; index++)
      held_S[rowCount * (rowCount + 1) + Math.floor(index / columnCount)]! += toColumns_S[index]!;
    return {
      terminals: {
        columnTransfer: toColumns_S,
        inputAdmittance_S: inputAdmittance_S(held_S, rowCount + 1, rowCount, rowsPerInput),
      },
      passedByDriver,
      columnPerRow: new Float64Array(rowCount * columnCount),
      columnPerNeuron: identity(columnCount),
    };
  }
  // Columns, then rows, then the ground behind the neurons.
  const size = columnCount + rowCount + 1;
  const star_S = starConductances_S(array, passedByDriver, toColumns_S, size);
  const factors = new Float64Array(columnCount * size);
  eliminateNodes(star_S, 0, size, columnCount, eliminationRoom(size), factors);
  for (let j = 0; j < columnCount; j++) if (!(factors[j * size + j]! > 0)) return undefined;

  const columnPerRow = voltagesPerRow(factors, rowCount, columnCount);
  const floats = neuronInputResistance_ohm === Infinity;
  return {
    terminals: {
      columnTransfer: floats ? columnPerRow : columnPerRow.map((volt) => volt / neuronInputResistance_ohm),
      inputAdmittance_S: inputAdmittance_S(trailing(star_S, size, columnCount), rowCount + 1, rowCount, rowsPerInput),
    },
    passedByDriver,
    columnPerRow,
    columnPerNeuron: voltagesPerAmpere(factors, columnCount, size).map((ohm) =>
      floats ? ohm : ohm / neuronInputResistance_ohm,
    ),
  };
}

function passed({ rowCount, columnCount, conductance_S, driverResistance_ohm }: UniformArray): Float64Array {
  return Float64Array.from({ length: rowCount }, (_, i) => {
    let row_S = 0;
    for (let j = 0; j < columnCount; j++) row_S += conductance_S[i * columnCount + j]!;
    return 1 / (1 + driverResistance_ohm * row_S);
  });
}

function starConductances_S(
  array: UniformArray,
  passedByDriver: Float64Array,
  toColumns_S: Float64Array,
  size: number,
): Float64Array {
  const { rowCount, columnCount, conductance_S, driverResistance_ohm, neuronInputResistance_ohm } = array;
  const star_S = new Float64Array(size * size);
  for (let i = 0; i < rowCount; i++) {
    const row = i * columnCount;
    star_S.set(toColumns_S.subarray(row, row + columnCount), (columnCount + i) * size);
    const across_ohm = driverResistance_ohm * passedByDriver[i]!;
    if (across_ohm === 0) continue;
    for (let j = 1; j < columnCount; j++) {
      const share = conductance_S[row + j]! * across_ohm;
      for (let k = 0; k < j; k++) star_S[j * size + k]! += share * conductance_S[row + k]!;
    }
  }
  star_S.fill(1 / neuronInputResistance_ohm, (size - 1) * size, (size - 1) * size + columnCount);
  return star_S;
}

/** Back substitution for a volt on each row. */
function voltagesPerRow(factors: Float64Array, rowCount: number, columnCount: number): Float64Array {
  const size = columnCount + rowCount + 1;
  const volt = new Float64Array(rowCount * columnCount);
  for (let i = 0; i < rowCount; i++) {
    const at = i * columnCount;
    for (let j = columnCount - 1; j >= 0; j--) {
      let sum = factors[j * size + columnCount + i]!;
      for (let k = j + 1; k < columnCount; k++) sum += factors[j * size + k]! * volt[at + k]!;
      volt[at + j] = sum;
    }
  }
  return volt;
}

/** Inverse of the columns' admittance with everything else at zero: forward and back substitution for an ampere into each. */
function voltagesPerAmpere(factors: Float64Array, columnCount: number, size: number): Float64Array {
  const volt = new Float64Array(columnCount * columnCount);
  for (let from = 0; from < columnCount; from++) {
    const at = from * columnCount;
    volt[at + from] = 1;
    for (let k = from; k < columnCount; k++) {
      const ampere = volt[at + k]!;
      for (let j = k + 1; j < columnCount; j++) volt[at + j]! += factors[k * size + j]! * ampere;
    }
    for (let j = columnCount - 1; j >= 0; j--) {
      let sum = volt[at + j]! * factors[j * size + j]!;
      for (let k = j + 1; k < columnCount; k++) sum += factors[j * size + k]! * volt[at + k]!;
      volt[at + j] = sum;
    }
  }
  return volt;
}

function trailing(matrix: Float64Array, size: number, from: number): Float64Array {
  const rest = size - from;
  const block = new Float64Array(rest * rest);
  for (let a = 0; a < rest; a++) {
    const row = (from + a) * size + from;
    block.set(matrix.subarray(row, row + a), a * rest);
  }
  return block;
}

function identity(size: number): Float64Array {
  const matrix = new Float64Array(size * size);
  for (let i = 0; i < size; i++) matrix[i * size + i] = 1;
  return matrix;
}
