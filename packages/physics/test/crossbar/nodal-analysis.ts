import type { ArrayNetwork } from "../../src/crossbar/array-network.ts";

/**
 * The crossbar by plain nodal analysis: every node an unknown, dense matrix, Gaussian elimination with row exchange. Shares
 * nothing with the solver but the drawing of the network. Resistances must be above zero, and no part of the network may float.
 */
export interface NodalSolution {
  /** Wire nodes at cell (i, j), index i * columnCount + j. */
  readonly row_V: Float64Array;
  readonly column_V: Float64Array;
  readonly neuron_V: Float64Array;
  /** Into the neurons, at both ends of the columns. */
  readonly neuron_A: Float64Array;
  /** Out of the sources, at both ends of the rows. */
  readonly driver_A: Float64Array;
  readonly inputPower_W: number;
  /** Sum of I^2 R over every resistor. */
  readonly dissipation_W: number;
}

/** Node voltages and currents at given source voltages. */
export function analyseNodes(network: ArrayNetwork, source_V: readonly number[]): NodalSolution {
  const { rowCount, columnCount, conductance_S } = network;
  const cells = rowCount * columnCount;
  const row = (i: number, j: number) => i * columnCount + j;
  const column = (i: number, j: number) => cells + i * columnCount + j;
  const driver = (i: number) => 2 * cells + i;
  const neuron = (j: number) => 2 * cells + rowCount + j;
  const size = 2 * cells + rowCount + columnCount;

  // A branch to a fixed voltage has no second node.
  const branches: { from: number; to: number | { volt: number }; siemens: number }[] = [];
  const { driverResistance_ohm, rowResistance_ohm, columnResistance_ohm, neuronInputResistance_ohm } = network;
  const { rowEndResistance_ohm = Infinity, columnStartResistance_ohm = Infinity } = network;
  const sources: { from: number; volt: number; siemens: number; row: number }[] = [];
  const feed = (from: number, i: number, resistance_ohm: number): void => {
    const siemens = 1 / resistance_ohm;
    branches.push({ from, to: { volt: source_V[i]! }, siemens });
    sources.push({ from, volt: source_V[i]!, siemens, row: i });
  };
  for (let i = 0; i < rowCount; i++) {
    feed(driver(i), i, at(driverResistance_ohm, i));
    feed(row(i, columnCount - 1), i, at(rowEndResistance_ohm, i));
    for (let j = 0; j < columnCount; j++) {
      const cell = i * columnCount + j;
      branches.push({ from: row(i, j), to: column(i, j), siemens: conductance_S[cell]! });
      const before = j === 0 ? driver(i) : row(i, j - 1);
      branches.push({ from: before, to: row(i, j), siemens: 1 / at(rowResistance_ohm, cell) });
      const below = i + 1 < rowCount ? column(i + 1, j) : neuron(j);
      branches.push({ from: column(i, j), to: below, siemens: 1 / at(columnResistance_ohm, cell) });
    }
  }
  for (let j = 0; j < columnCount; j++) {
    branches.push({ from: neuron(j), to: { volt: 0 }, siemens: 1 / at(neuronInputResistance_ohm, j) });
    branches.push({ from: column(0, j), to: { volt: 0 }, siemens: 1 / at(columnStartResistance_ohm, j) });
  }

  const matrix = Array.from({ length: size }, () => new Float64Array(size + 1));
  for (const { from, to, siemens } of branches) {
    matrix[from]![from]! += siemens;
    if (typeof to === "number") {
      matrix[to]![to]! += siemens;
      matrix[from]![to]! -= siemens;
      matrix[to]![from]! -= siemens;
    } else matrix[from]![size]! += siemens * to.volt;
  }
  const voltage = eliminate(matrix);

  let dissipation_W = 0;
  for (const { from, to, siemens } of branches) {
    const other = typeof to === "number" ? voltage[to]! : to.volt;
    dissipation_W += siemens * (voltage[from]! - other) ** 2;
  }
  const driver_A = new Float64Array(rowCount);
  for (const { from, volt, siemens, row: i } of sources) driver_A[i]! += (volt - voltage[from]!) * siemens;
  const neuron_A = Float64Array.from(
    { length: columnCount },
    (_, j) =>
      voltage[neuron(j)]! / at(neuronInputResistance_ohm, j) +
      voltage[column(0, j)]! / at(columnStartResistance_ohm, j),
  );
  return {
    row_V: voltage.slice(0, cells),
    column_V: voltage.slice(cells, 2 * cells),
    neuron_V: voltage.slice(2 * cells + rowCount),
    neuron_A,
    driver_A,
    inputPower_W: driver_A.reduce((sum, ampere, i) => sum + ampere * source_V[i]!, 0),
    dissipation_W,
  };
}

function at(values: number | Float64Array, index: number): number {
  return typeof values === "number" ? values : values[index]!;
}

/** Equations of nodes with their right-hand side as the last entry, to be filled branch by branch. */
export function nodalSystem(size: number): {
  readonly matrix: Float64Array[];
  /** A branch between two nodes, or from a node to a fixed voltage. */
  readonly connect: (from: number, to: number | undefined, siemens: number, volt?: number) => void;
} {
  const matrix = Array.from({ length: size }, () => new Float64Array(size + 1));
  return {
    matrix,
    connect(from, to, siemens, volt = 0) {
      matrix[from]![from]! += siemens;
      if (to === undefined) matrix[from]![size]! += siemens * volt;
      else {
        matrix[to]![to]! += siemens;
        matrix[from]![to]! -= siemens;
        matrix[to]![from]! -= siemens;
      }
    },
  };
}

/** Gaussian elimination with row exchange of rows with their right-hand side as the last entry. */
export function eliminate(matrix: Float64Array[]): Float64Array {
  const size = matrix.length;
  for (let pivot = 0; pivot < size; pivot++) {
    let best = pivot;
    for (let i = pivot + 1; i < size; i++) {
      if (Math.abs(matrix[i]![pivot]!) > Math.abs(matrix[best]![pivot]!)) best = i;
    }
    [matrix[pivot], matrix[best]] = [matrix[best]!, matrix[pivot]!];
    for (let i = pivot + 1; i < size; i++) {
      const factor = matrix[i]![pivot]! / matrix[pivot]![pivot]!;
      if (factor === 0) continue;
      for (let j = pivot; j <= size; j++) matrix[i]![j]! -= factor * matrix[pivot]![j]!;
    }
  }
  const solution = new Float64Array(size);
  for (let i = size - 1; i >= 0; i--) {
    let sum = matrix[i]![size]!;
    for (let j = i + 1; j < size; j++) sum -= matrix[i]![j]! * solution[j]!;
    solution[i] = sum / matrix[i]![i]!;
  }
  return solution;
}
