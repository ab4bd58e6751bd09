import type { ArrayNetwork } from "../src/array-network.ts";

/**
 * The crossbar by plain nodal analysis: every node an unknown, dense matrix, Gaussian elimination with row exchange. Shares
 * nothing with the solver but the drawing of the network. Wire and driver resistances must be above zero.
 */
export interface NodalSolution {
  /** Wire nodes at cell (i, j), index i * columnCount + j. */
  readonly row_V: Float64Array;
  readonly column_V: Float64Array;
  readonly neuron_V: Float64Array;
  readonly driver_A: Float64Array;
  readonly inputPower_W: number;
  /** Sum of I^2 R over every resistor. */
  readonly dissipation_W: number;
}

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
  for (let i = 0; i < rowCount; i++) {
    branches.push(
      { from: driver(i), to: { volt: source_V[i]! }, siemens: 1 / network.driverResistance_ohm },
      { from: driver(i), to: row(i, 0), siemens: 1 / network.rowResistance_ohm },
    );
    for (let j = 0; j < columnCount; j++) {
      branches.push({ from: row(i, j), to: column(i, j), siemens: conductance_S[i * columnCount + j]! });
      if (j > 0) branches.push({ from: row(i, j - 1), to: row(i, j), siemens: 1 / network.rowResistance_ohm });
      const below = i + 1 < rowCount ? column(i + 1, j) : neuron(j);
      branches.push({ from: column(i, j), to: below, siemens: 1 / network.columnResistance_ohm });
    }
  }
  for (let j = 0; j < columnCount; j++) {
    branches.push({ from: neuron(j), to: { volt: 0 }, siemens: 1 / network.neuronInputResistance_ohm });
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
  const driver_A = Float64Array.from(
    source_V,
    (volt, i) => (volt - voltage[driver(i)]!) / network.driverResistance_ohm,
  );
  return {
    row_V: voltage.slice(0, cells),
    column_V: voltage.slice(cells, 2 * cells),
    neuron_V: voltage.slice(2 * cells + rowCount),
    driver_A,
    inputPower_W: driver_A.reduce((sum, ampere, i) => sum + ampere * source_V[i]!, 0),
    dissipation_W,
  };
}

function eliminate(matrix: Float64Array[]): Float64Array {
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
