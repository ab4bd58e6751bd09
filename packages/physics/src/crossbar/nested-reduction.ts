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
  return work_S.slice(0, last.block.portCount ** 2);
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
  const nodes = new Int32Array(plan.largestStep);
  if (node_A !== undefined) for (const step of plan.steps) passOnCurrents(step, nodes, factors, node_A);
  for (let index = plan.steps.length - 1; index >= 0; index--) {
    const { block, factorAt } = plan.steps[index]!;
    const { pivotCount } = block;
    const size = block.nodes.length;
    nodesOf(plan.steps[index]!, nodes);
    for (let pivot = pivotCount - 1; pivot >= 0; pivot--) {
      const row = factorAt + pivot * size;
      const node = nodes[pivot]!;
      let volt = node_A === undefined ? 0 : node_A[node]! * factors[row + pivot]!;
      for (let i = pivot + 1; i < size; i++) volt += factors[row + i]! * node_V[nodes[i]!]!;
      node_V[node] = volt;
    }
  }
}

/** Numbers of the nodes of a step. */
function nodesOf({ block, move }: ReductionStep, nodes: Int32Array): void {
  const { nodes: atOrigin, nodeMoves } = block;
  for (let i = 0; i < atOrigin.length; i++) nodes[i] = atOrigin[i]! + move[nodeMoves[i]!]!;
}

/** What goes into a node that is eliminated goes on to its neighbours. */
function passOnCurrents(step: ReductionStep, nodes: Int32Array, factors: Float64Array, node_A: Float64Array): void {
  const { block, factorAt } = step;
  const size = block.nodes.length;
  nodesOf(step, nodes);
  for (let pivot = 0; pivot < block.pivotCount; pivot++) {
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
  const { block, move, workAt, resultAt } = step;
  const { pivotCount, portCount, resistors, halves } = block;
  const size = block.nodes.length;
  work_S.fill(0, workAt, workAt + size * size);
  for (let k = 0; k < resistors.length; k += 3)
    work_S[workAt + resistors[k]!]! += conductance_S[resistors[k + 1]! + move[resistors[k + 2]!]!]!;
  let from = resultAt;
  for (const { plan, position } of halves) {
    for (let a = 1; a < plan.portCount; a++) {
      const row = from + a * plan.portCount;
      const to = workAt + position[a]! * size;
      for (let b = 0; b < a; b++) work_S[to + position[b]!]! += work_S[row + b]!;
    }
    from += plan.portCount ** 2;
  }
  eliminateNodes(work_S, workAt, size, pivotCount, room, factors, step.factorAt);
  for (let a = 1; a < portCount; a++) {
    const row = workAt + (pivotCount + a) * size + pivotCount;
    work_S.copyWithin(resultAt + a * portCount, row, row + a);
  }
}
