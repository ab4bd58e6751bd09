import type { LabelledPatterns } from "@neurofront/core";
import highsModule from "highs";
import type { Highs, ModelData } from "highs";
import { levelCount } from "./layer-shape.ts";

/** The types of `highs` describe its CommonJS build, where the loader is a property; its ES module exports it plainly. */
const loadHighs = highsModule as unknown as typeof highsModule.default;

/** Start the solver; it serves any number of programs. */
export function loadSolver(): Promise<Highs> {
  return loadHighs();
}

/** Upper bounds on a column of weights: on the sum of the magnitudes and on each of them; `Infinity` for none. */
export interface WeightBounds {
  readonly sum: number;
  readonly each: number;
}

/** What a program ended at. */
interface Optimum {
  readonly objective: number;
  readonly weights: Float64Array;
}

class NoOptimum extends Error {}

/** An optimum at or below this is zero; the solver's feasibility tolerance is 1e-7. */
const NO_MARGIN = 1e-6;

/**
 * Linear and quadratic programs for the weights w of one output, with s_i = +1 for the patterns at which it must fire and
 * -1 for the others. The weights stand as w = p - n with p, n >= 0.
 */
export class MarginPrograms {
  private readonly highs: Highs;
  private readonly inputCount: number;
  private readonly output: number;
  /** s_i x_i, patterns x inputs. */
  private readonly signed: Float64Array;

  constructor(highs: Highs, data: LabelledPatterns, output: number) {
    this.highs = highs;
    this.inputCount = levelCount(data);
    this.output = output;
    this.signed = data.patterns.map((level, at) =>
      data.labels[Math.floor(at / this.inputCount)] === output ? level : -level,
    );
  }

  /**
   * The largest t with s_i (x_i . w) >= t for every pattern, where the magnitudes of w add up to at most 1 or each is at most
   * 1; undefined where no weights tell the patterns apart.
   */
  largestMargin(bounded: keyof WeightBounds): Optimum | undefined {
    const { highs, inputCount } = this;
    const columnCount = 2 * inputCount + 1;
    const upper = filled(columnCount, bounded === "each" ? 1 : highs.infinity, highs.infinity);
    const model = this.conditions(columnCount, 0, bounded === "sum" ? 1 : highs.infinity);
    for (let i = 0; i < model.numRows - 1; i++) model.matrix.values[(i + 1) * columnCount - 1] = -1;
    const optimum = this.solve({
      ...model,
      sense: highs.constants.objectiveSense.maximize,
      colCost: filled(columnCount, 0, 1),
      colUpper: upper,
    });
    return optimum.objective > NO_MARGIN ? optimum : undefined;
  }

  /** The least sum of magnitudes with s_i (x_i . w) >= 1 for every pattern and magnitudes of at most `each`. */
  leastSum(each: number): Optimum {
    const columnCount = 2 * this.inputCount;
    return this.solve({
      ...this.conditions(columnCount, 1, this.highs.infinity),
      sense: this.highs.constants.objectiveSense.minimize,
      colCost: filled(columnCount, 1),
      colUpper: filled(columnCount, each),
    });
  }

  /**
   * The w of least Euclidean norm with s_i (x_i . w) >= 1 for every pattern within the bounds: minimise p'p + n'n. There
   * p_k n_k = 0, for otherwise both could shrink, so p'p + n'n is w'w.
   *
   * @returns undefined where the solver gives up: its active-set method may, when very many conditions are tight at once
   */
  leastNorm({ sum, each }: WeightBounds): Float64Array | undefined {
    const { highs, inputCount } = this;
    const columnCount = 2 * inputCount;
    const model: ModelData = {
      ...this.conditions(columnCount, 1, sum === Infinity ? highs.infinity : sum),
      sense: highs.constants.objectiveSense.minimize,
      colCost: filled(columnCount, 0),
      colUpper: filled(columnCount, each === Infinity ? highs.infinity : each),
      hessian: {
        format: "triangular",
        dimension: columnCount,
        starts: Int32Array.from({ length: columnCount + 1 }, (_, k) => k),
        indices: Int32Array.from({ length: columnCount }, (_, k) => k),
        values: filled(columnCount, 2),
      },
    };
    try {
      return this.solve(model).weights;
    } catch (error) {
      if (error instanceof highs.errors.HighsError || error instanceof NoOptimum) return undefined;
      throw error;
    }
  }

  /** One row s_i x_i . (p - n) >= `least` for each pattern, then the sum of p and n <= `sum`. */
  private conditions(columnCount: number, least: number, sum: number) {
    const { highs, signed, inputCount } = this;
    const patternCount = signed.length / inputCount;
    const numRows = patternCount + 1;
    const values = new Float64Array(numRows * columnCount);
    for (let i = 0; i < patternCount; i++) {
      for (let k = 0; k < inputCount; k++) {
        values[i * columnCount + k] = signed[i * inputCount + k]!;
        values[i * columnCount + inputCount + k] = -signed[i * inputCount + k]!;
      }
    }
    values.fill(1, patternCount * columnCount, patternCount * columnCount + 2 * inputCount);
    return {
      numCols: columnCount,
      numRows,
      colLower: filled(columnCount, 0),
      rowLower: filled(numRows, least, -highs.infinity),
      rowUpper: filled(numRows, highs.infinity, sum),
      matrix: dense(values, numRows, columnCount),
    };
  }

  private solve(model: ModelData): Optimum {
    const { highs, output, inputCount } = this;
    return highs.withModel(model, (solver) => {
      solver.options.set({ output_flag: false, random_seed: 0 });
      solver.run();
      const status = solver.getModelStatus();
      if (status !== highs.constants.modelStatus.optimal)
        throw new NoOptimum(`HiGHS found no optimum for output ${output}: model status ${status}`);
      const columns = solver.getSolution().colValue;
      const weights = Float64Array.from({ length: inputCount }, (_, k) => columns[k]! - columns[inputCount + k]!);
      return { objective: solver.getObjectiveValue(), weights };
    });
  }
}

/** `value` everywhere, `last` at the end. */
function filled(length: number, value: number, last = value): Float64Array {
  const array = new Float64Array(length).fill(value);
  array[length - 1] = last;
  return array;
}

function dense(values: Float64Array, rows: number, columns: number) {
  return {
    format: "csr" as const,
    numRows: rows,
    numCols: columns,
    starts: Int32Array.from({ length: rows + 1 }, (_, row) => row * columns),
    indices: Int32Array.from({ length: rows * columns }, (_, at) => at % columns),
    values,
  };
}
