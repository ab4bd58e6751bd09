import type { DissectionPlan, ReductionStep } from "./dissection-plan.ts";
import { eliminateNodes, eliminationRoom } from "./node-elimination.ts";
import type { EliminationRoom } from "./node-elimination.ts";

/**
 * Reduces an array to its terminals.
 *
 * @param conductance_S of every resistor, in the order of `resistorNumbering`
 * @param factors receives what {@link innerVoltages} needs, `plan.factorSize` numbers
 * @returns conductance between terminals a > b, rows before columns, at a * terminals + b; what stands elsewhere means nothing
 */
export function reduceArray(plan: DissectionPlan, conductance_S: Float64Array, factors?: Float64Array): Float64Array {
  const work_S = new Float64Array(plan.workSize);
  const room = eliminationRoom(plan.largestStep);
  for (const step of plan.steps) reduceStep(step, conductance_S, work_S, room, factors);
  const last = plan.steps.at(-1)!;
  const portCount = last.nodes.length - last.pivotCount;
  return work_S.slice(0, portCount ** 2);
}

/**
 * Voltages of all inner nodes from those of the terminals and the currents put into inner nodes. A node that is not connected to
 * a terminal gets 0.
 *
 * @param node_V by number of the node; terminals are read, inner nodes are written
 * @param node_A current into each node, which is used up; absent when there are none
 */
export function innerVoltages(
  plan: DissectionPlan,
  factors: Float64Array,
  node_V: Float64Array,
  node_A?: Float64Array,
): void {
  if (node_A !== undefined) for (const step of plan.steps) passOnCurrents(step, factors, node_A);
  for (let index = plan.steps.length - 1; index >= 0; index--) {
    const { nodes, pivotCount, factorAt } = plan.steps[index]!;
    const size = nodes.length;
    for (let pivot = pivotCount - 1; pivot >= 0; pivot--) {
      const row = factorAt + pivot * size;
      const node = nodes[pivot]!;
      let volt = node_A === undefined ? 0 : node_A[node]! * factors[row + pivot]!;
      for (let i = pivot + 1; i < size; i++) volt += factors[row + i]! * node_V[nodes[i]!]!;
      node_V[node] = volt;
    }
  }
}

/** What goes into a node that is eliminated goes on to its neighbours. */
function passOnCurrents(
  { nodes, pivotCount, factorAt }: ReductionStep,
  factors: Float64Array,
  node_A: Float64Array,
): void {
  const size = nodes.length;
  for (let pivot = 0; pivot < pivotCount; pivot++) {
    const row = factorAt + pivot * size;
    const ampere = node_A[nodes[pivot]!]!;
    for (let i = pivot + 1; i < size; i++) node_A[nodes[i]!]! += factors[row + i]! * ampere;
  }
}

function reduceStep(
  step: ReductionStep,
  conductance_S: Float64Array,
  work_S: Float64Array,
  room: EliminationRoom,
  factors: Float64Array | undefined,
): void {
  const { nodes, pivotCount, workAt, resultAt, resistors } = step;
  const size = nodes.length;
  work_S.fill(0, workAt, workAt + size * size);
  for (let k = 0; k < resistors.length; k += 3) {
    const one = resistors[k]!;
    const other = resistors[k + 1]!;
    const entry = one > other ? one * size + other : other * size + one;
    work_S[workAt + entry]! += conductance_S[resistors[k + 2]!]!;
  }
  for (const { resultAt: from, portCount, position } of step.joined) {
    for (let a = 1; a < portCount; a++) {
      const row = from + a * portCount;
      const to = workAt + position[a]! * size;
      for (let b = 0; b < a; b++) work_S[to + position[b]!]! += work_S[row + b]!;
    }
  }
  eliminateNodes(work_S, workAt, size, pivotCount, room, factors, step.factorAt);
  const portCount = size - pivotCount;
  for (let a = 1; a < portCount; a++) {
    const from = workAt + (pivotCount + a) * size + pivotCount;
    work_S.copyWithin(resultAt + a * portCount, from, from + a);
  }
}
