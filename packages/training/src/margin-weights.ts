import type { LabelledPatterns } from "@neurofront/core";
import type { Highs } from "highs";
import { MarginPrograms, loadSolver } from "./margin-programs.ts";
import { levelCount } from "./layer-shape.ts";

/** Weights with the outputs for which no weights tell all patterns apart; their columns are zero. */
export interface MarginWeights {
  /** inputs x outputs, row-major. */
  readonly weights: Float64Array;
  readonly unseparated: readonly number[];
}

/**
 * Weights of a single layer with the largest margin in the L1 norm (Mangasarian, Operations Research Letters 24, 15
 * (1999)), for each output j:
 *
 *     maximise t   subject to   s_i (x_i . w) >= t for every pattern i,   ||w||_1 <= 1
 *
 * with s_i = +1 where the output must fire and -1 elsewhere. With bipolar inputs the currents of a column add up to
 * ||w||_1 in magnitude whatever the pattern, so t is the smallest resolution (|p| - |n|) / (|p| + |n|) of the neuron: no
 * single layer has a larger one.
 *
 * Many w reach the same t. Of them the one of least Euclidean norm is taken. It is unique, so it does not depend on the
 * path of the solver, and it has the largest ratio of margin to the deviation that independent errors of the devices,
 * equal relative to full scale, cause in the sum. It is the solution of a strictly convex quadratic program; where the solver
 * gives that up, the vertex that the linear program ended at is taken.
 *
 * @param solver for many calls; loaded when it is absent
 * @returns columns with an L1 norm of 1
 * @throws Error when the solver does not reach an optimum
 */
export function maxMarginWeights(data: LabelledPatterns, outputCount: number, solver?: Highs): Promise<MarginWeights> {
  return byOutput(data, outputCount, solver, (programs) => {
    const largest = programs.largestMargin("sum");
    if (largest === undefined) return undefined;
    const margin = largest.objective;
    const least = programs.leastNorm({ sum: 1 / margin, each: Infinity });
    return least?.map((weight) => weight * margin) ?? largest.weights;
  });
}

/**
 * Weights of a single layer that need the least synapse current for a given net current: minimise ||w||_1 subject to
 * s_i (x_i . w) >= target for every pattern and |w_k| <= 1, the least Euclidean norm among equals. Where the target cannot
 * be reached, the largest t that can takes its place. Between a target of zero, which is the largest L1 margin but for its
 * scale, and an unreachable one, which is the largest net current of all, this trades current for distance from the dead
 * zone of a neuron.
 *
 * @param target net current in units of the full-scale current of one synapse, > 0
 * @param solver for many calls; loaded when it is absent
 * @returns columns with magnitudes of at most 1
 * @throws Error when the solver does not reach an optimum
 */
export function leastCurrentWeights(
  data: LabelledPatterns,
  outputCount: number,
  target: number,
  solver?: Highs,
): Promise<MarginWeights> {
  return byOutput(data, outputCount, solver, (programs) => {
    const largest = programs.largestMargin("each");
    if (largest === undefined) return undefined;
    const reached = Math.min(target, largest.objective);
    const each = 1 / reached;
    const leastSum = reached < largest.objective ? programs.leastSum(each) : undefined;
    const least = programs.leastNorm({ sum: leastSum?.objective ?? Infinity, each });
    return (least ?? leastSum?.weights)?.map((weight) => weight * reached) ?? largest.weights;
  });
}

async function byOutput(
  data: LabelledPatterns,
  outputCount: number,
  solver: Highs | undefined,
  columnOf: (programs: MarginPrograms) => Float64Array | undefined,
): Promise<MarginWeights> {
  const weights = new Float64Array(levelCount(data) * outputCount);
  const unseparated: number[] = [];
  const highs = solver ?? (await loadSolver());
  for (let output = 0; output < outputCount; output++) {
    const column = columnOf(new MarginPrograms(highs, data, output));
    if (column === undefined) unseparated.push(output);
    else for (const [input, weight] of column.entries()) weights[input * outputCount + output] = weight;
  }
  return { weights, unseparated };
}
