import type { LabelledPatterns } from "@neurofront/core";
import highsModule from "highs";
import type { Highs, ModelData } from "highs";

/** The types of `highs` describe its CommonJS build, where the loader is a property; its ES module exports it plainly. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

/**
 * Weights of a single layer with the largest margin in the L1 norm (Mangasarian, Operations Research Letters 24, 15
 * (1999)), one linear program for each output j:
 *
 *     maximise t   subject to   s_i (x_i . w) >= t for every pattern i,   ||w||_1 <= 1
 *
 * with s_i = +1 where the output must fire and -1 elsewhere. With bipolar inputs the currents of a column add up to
 * ||w||_1 in magnitude whatever the pattern, so t is the smallest resolution (|p| - |n|) / (|p| + |n|) of the neuron: no
 * single layer has a larger one.
 *
 * Many w reach the same t. Of them the one of least Euclidean norm is taken. It is unique, so it does not depend on the
 * path of the solver, and it has the largest ratio of margin to the deviation that independent errors of the devices,
 * equal relative to full scale, cause in the sum. It is the solution of a strictly convex quadratic program.
 *
 * @returns inputs x outputs, row-major; each column has an L1 norm of 1
 * @throws Error when an output cannot be separated from the others, or the solver does not reach an optimum
 */
export async function maxMarginWeights(data: LabelledPatterns, outputCount: number): Promise<Float64Array> {
  const highs = await loadHighs();
  const inputCount = data.patterns.length / data.count;
  const weights = new Float64Array(inputCount * outputCount);
  for (let output = 0; output < outputCount; output++) {
    const margin = solve(highs, largestMargin(highs, data, inputCount, output), output).objective;
    // An optimum of zero is w = 0; the solver's feasibility tolerance is 1e-7.
    if (margin < 1e-6) throw new Error(`output ${output} cannot be separated from the others by any weights`);
    const { columns } = solve(highs, leastNorm(highs, data, inputCount, output, 1 / margin), output);
    for (let k = 0; k < inputCount; k++) {
      weights[k * outputCount + output] = (columns[k]! - columns[inputCount + k]!) * margin;
    }
  }
  return weights;
}

/** Columns: p and n, the parts of w = p - n with p, n >= 0, then t. */
function largestMargin(highs: Highs, data: LabelledPatterns, inputCount: number, output: number): ModelData {
  const columnCount = 2 * inputCount + 1;
  const rows = data.count + 1;
  const matrix = new Float64Array(rows * columnCount);
  fillConditions(matrix, columnCount, data, inputCount, output);
  for (let i = 0; i < data.count; i++) matrix[i * columnCount + 2 * inputCount] = -1;
  return {
    numCols: columnCount,
    numRows: rows,
    sense: highs.constants.objectiveSense.maximize,
    colCost: filled(columnCount, 0, 1),
    colLower: filled(columnCount, 0),
    colUpper: filled(columnCount, highs.infinity),
    rowLower: filled(rows, 0, -highs.infinity),
    rowUpper: filled(rows, highs.infinity, 1),
    matrix: dense(matrix, rows, columnCount),
  };
}

/**
 * The same conditions in units of the largest margin: minimise p'p + n'n subject to s_i (x_i . w) >= 1 and a sum of p and
 * n of at most `norm`, the least possible. There p_k n_k = 0, for otherwise both could shrink, so p'p + n'n is w'w.
 */
function leastNorm(highs: Highs, data: LabelledPatterns, inputCount: number, output: number, norm: number): ModelData {
  const columnCount = 2 * inputCount;
  const rows = data.count + 1;
  const matrix = new Float64Array(rows * columnCount);
  fillConditions(matrix, columnCount, data, inputCount, output);
  return {
    numCols: columnCount,
    numRows: rows,
    sense: highs.constants.objectiveSense.minimize,
    colCost: filled(columnCount, 0),
    colLower: filled(columnCount, 0),
    colUpper: filled(columnCount, highs.infinity),
    rowLower: filled(rows, 1, -highs.infinity),
    rowUpper: filled(rows, highs.infinity, norm),
    matrix: dense(matrix, rows, columnCount),
    hessian: {
      format: "triangular",
      dimension: columnCount,
      starts: Int32Array.from({ length: columnCount + 1 }, (_, k) => k),
      indices: Int32Array.from({ length: columnCount }, (_, k) => k),
      values: filled(columnCount, 2),
    },
  };
}

/** One row s_i x_i . (p - n) for each pattern, then the sum of p and n. */
function fillConditions(
  matrix: Float64Array,
  columnCount: number,
  data: LabelledPatterns,
  inputCount: number,
  output: number,
): void {
  for (let i = 0; i < data.count; i++) {
    const sign = data.labels[i] === output ? 1 : -1;
    for (let k = 0; k < inputCount; k++) {
      const coefficient = sign * data.patterns[i * inputCount + k]!;
      matrix[i * columnCount + k] = coefficient;
      matrix[i * columnCount + inputCount + k] = -coefficient;
    }
  }
  matrix.fill(1, data.count * columnCount, data.count * columnCount + 2 * inputCount);
}

function solve(highs: Highs, model: ModelData, output: number): { objective: number; columns: Float64Array } {
  return highs.withModel(model, (solver) => {
    solver.options.set({ output_flag: false, random_seed: 0 });
    solver.run();
    const status = solver.getModelStatus();
    if (status !== highs.constants.modelStatus.optimal)
      throw new Error(`HiGHS found no optimum for output ${output}: model status ${status}`);
    return { objective: solver.getObjectiveValue(), columns: solver.getSolution().colValue };
  });
}

/** `value` everywhere, `last` at the end. */
function filled(length: number, value: number, last = value): Float64Array {
  const array = new Float64Array(length).fill(value);
  array[length - 1] = last;
  return array;
}

function dense(values: Float64Array, rows: number, columns: number): ModelData["matrix"] {
  return {
    format: "csr",
    numRows: rows,
    numCols: columns,
    starts: Int32Array.from({ length: rows + 1 }, (_, row) => row * columns),
    indices: Int32Array.from({ length: rows * columns }, (_, at) => at % columns),
    values,
  };
}
