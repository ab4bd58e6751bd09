import { planFor } from "./array-terminals.ts";
import { resistorConductances_S, shapeOf } from "./array-network.ts";
import type { ArrayNetwork } from "./array-network.ts";
import { numbering } from "./array-numbering.ts";
import { innerVoltages, reduceArray } from "./nested-reduction.ts";

/** What the cells of an array do at one set of row voltages. */
export interface CellState {
  /** Across each cell, from row to column. */
  readonly cell_V: Float64Array;
  readonly cell_A: Float64Array;
  /** Of each column at its last cell. */
  readonly columnEnd_V: Float64Array;
  /** Currents that appear or vanish at nodes, over all currents of cells: how well Kirchhoff's law is met. */
  readonly residual: number;
}

/** An array whose synapses follow a law. */
export interface NonlinearArray extends Omit<ArrayNetwork, "conductance_S" | "rowsPerInput"> {
  /** Of each synapse at the voltages at which the search starts. */
  readonly conductance_S: Float64Array;
  /** Current of a synapse at a voltage, increasing. */
  readonly cellCurrent_A: (index: number, voltage_V: number) => number;
}

/** Kirchhoff's law is met to this part of the currents; derivatives are differences, so that steps end close to it. */
const CLOSE_ENOUGH = 1e-12;
const MOST_STEPS = 60;
const SHORTEST_STEP = 2 ** -20;

/** Step of the differences, over the largest row voltage. */
const DIFFERENCE = 1e-5;

/**
 * Newton's method for the cell currents at given row voltages, shortened steps where a full one overshoots: with all nodes on
 * linear branches but for the cells, a step of length t leaves of the imbalance R at most (1 - t) R plus what the cells' law
 * deviates from its tangent, and it is taken when that is less than (1 - t/4) R.
 *
 * @param row_V voltage of each row's source
 */
export function cellStates(array: NonlinearArray, row_V: Float64Array): CellState {
  const { rowCount, columnCount, cellCurrent_A } = array;
  const cellCount = rowCount * columnCount;
  const floats = array.neuronInputResistance_ohm === Infinity && array.columnStartResistance_ohm === undefined;
  const network = { ...array, rowsPerInput: 1 as const };
  const plan = planFor({ ...shapeOf(network), columnEnd: !floats });
  const factors = new Float64Array(plan.factorSize);
  const scale_V = row_V.reduce((largest, volt) => Math.max(largest, Math.abs(volt)), 0);

  /** Voltages of the nodes is a conductance beside a current source. */
  const solveLinear = (conductance_S: Float64Array, source_A: Float64Array): Float64Array => {
    reduceArray(plan, resistorConductances_S({ ...network, conductance_S }), factors);
    const { node_V, node_A } = excitation(network, row_V, source_A);
    innerVoltages(plan, factors, node_V, node_A);
    return node_V;
  };
  const currents = (cell_V: Float64Array): Float64Array => cell_V.map((volt, index) => cellCurrent_A(index, volt));

  let node_V = solveLinear(array.conductance_S, new Float64Array(cellCount));
  let cell_V = acrossCells(network, node_V);
  let cell_A = currents(cell_V);
  let imbalance_A = sumOfMagnitudes(cell_A, (k) => array.conductance_S[k]! * cell_V[k]!);
  let total_A = sumOfMagnitudes(cell_A, () => 0);
  for (let step = 0; step < MOST_STEPS && imbalance_A > CLOSE_ENOUGH * total_A; step++) {
    const fromNode_V = node_V;
    const from_V = cell_V;
    const from_A = cell_A;
    const slope_S = from_V.map((volt, index) => slope(cellCurrent_A, index, volt, DIFFERENCE * scale_V));
    const target_V = solveLinear(
      slope_S,
      from_A.map((ampere, k) => ampere - slope_S[k]! * from_V[k]!),
    );
    for (let t = 1; ; t /= 2) {
      node_V = fromNode_V.map((volt, k) => volt + t * (target_V[k]! - volt));
      cell_V = acrossCells(network, node_V);
      cell_A = currents(cell_V);
      const left_A =
        (1 - t) * imbalance_A + sumOfMagnitudes(cell_A, (k) => from_A[k]! + slope_S[k]! * (cell_V[k]! - from_V[k]!));
      if (left_A > (1 - t / 4) * imbalance_A && t > SHORTEST_STEP) continue;
      const isStuck = left_A >= imbalance_A;
      imbalance_A = left_A;
      if (isStuck) step = MOST_STEPS;
      break;
    }
    total_A = sumOfMagnitudes(cell_A, () => 0);
  }
  const { columnNode } = numbering(network);
  const columnEnd_V = Float64Array.from({ length: columnCount }, (_, j) => node_V[columnNode(rowCount - 1, j)]!);
  return { cell_V, cell_A, columnEnd_V, residual: total_A > 0 ? imbalance_A / total_A : 0 };
}

function slope(law: NonlinearArray["cellCurrent_A"], index: number, volt: number, difference_V: number): number {
  return (law(index, volt + difference_V) - law(index, volt - difference_V)) / (2 * difference_V);
}

function sumOfMagnitudes(values: Float64Array, reference: (index: number) => number): number {
  let sum = 0;
  for (let k = 0; k < values.length; k++) sum += Math.abs(values[k]! - reference(k));
  return sum;
}

/** Voltages of the sources and, against each cell, the current of its source. */
function excitation(
  network: ArrayNetwork,
  row_V: Float64Array,
  source_A: Float64Array,
): { readonly node_V: Float64Array; readonly node_A: Float64Array } {
  const { rowCount, columnCount } = network;
  const node = numbering(network);
  const node_V = new Float64Array(node.nodeCount);
  const node_A = new Float64Array(node.nodeCount);
  for (let i = 0; i < rowCount; i++) {
    node_V[node.rowTerminal(i)] = row_V[i]!;
    for (let j = 0; j < columnCount; j++) {
      const ampere = source_A[i * columnCount + j]!;
      node_A[node.rowNode(i, j)]! -= ampere;
      node_A[node.columnNode(i, j)]! += ampere;
    }
  }
  return { node_V, node_A };
}

function acrossCells({ rowCount, columnCount }: ArrayNetwork, node_V: Float64Array): Float64Array {
  const { rowNode, columnNode } = numbering({ rowCount, columnCount });
  const cell_V = new Float64Array(rowCount * columnCount);
  for (let i = 0; i < rowCount; i++) {
    for (let j = 0; j < columnCount; j++)
      cell_V[i * columnCount + j] = node_V[rowNode(i, j)]! - node_V[columnNode(i, j)]!;
  }
  return cell_V;
}
