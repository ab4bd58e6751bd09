import type { ArrayShape } from "./array-numbering.ts";
import { blockMove, planBlocks } from "./block-plan.ts";
import type { BlockMove, BlockPlan } from "./block-plan.ts";

/**
 * One step of a reduction: a block of cells, or two neighbouring blocks that become one. Its nodes that no other block sees are
 * eliminated, the others remain as ports.
 */
export interface ReductionStep {
  readonly block: BlockPlan;
  readonly move: BlockMove;
  /** First of its entries among the entries of all eliminated nodes, pivotCount * nodes.length of them. */
  readonly factorAt: number;
  /**
   * Where the matrix of its ports goes. The first of two blocks that it joins has its own there, the second one behind the
   * first.
   */
  readonly resultAt: number;
  /** Where its matrix stands while it is worked on. */
  readonly workAt: number;
}

/** In which order the nodes of an array are eliminated, with the room this takes. */
export interface DissectionPlan {
  readonly shape: ArrayShape;
  /** In the order in which they are done. The last one has only terminals as ports. */
  readonly steps: readonly ReductionStep[];
  readonly workSize: number;
  readonly factorSize: number;
  readonly largestStep: number;
}

/**
 * Nested dissection (A. George, SIAM J. Numer. Anal. 10, 345, 1973): a block of cells is cut across its longer side until pieces
 * are small. A cut through all rows of a block severs one wire per row, a cut through its columns one per column, so that cells
 * count as one layer although they have two nodes. For N x N cells with terminals this takes about 23 N^3 multiplications.
 */
export function dissect(shape: ArrayShape): DissectionPlan {
  const steps: ReductionStep[] = [];
  let [workSize, factorSize, largestStep] = [0, 0, 0];
  const add = (block: BlockPlan, top: number, left: number, resultAt: number): void => {
    let workAt = resultAt;
    for (const { plan, down, right } of block.halves) {
      add(plan, top + down, left + right, workAt);
      workAt += plan.portCount ** 2;
    }
    const size = block.nodes.length;
    steps.push({ block, move: blockMove(shape, top, left), factorAt: factorSize, resultAt, workAt });
    factorSize += block.pivotCount * size;
    workSize = Math.max(workSize, workAt + size ** 2);
    largestStep = Math.max(largestStep, size);
  };
  add(planBlocks(shape), 0, 0, 0);
  return { shape, steps, workSize, factorSize, largestStep };
}
