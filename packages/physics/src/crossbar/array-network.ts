import { resistorNumbering } from "./array-numbering.ts";
import type { ArrayShape } from "./array-numbering.ts";

/**
 * The resistive network of a crossbar of R rows and N columns:
 *
 * ```
 * V_i  --driver-- d_i  --row wire-- w_i0 --row wire-- w_i1 ... w_i,N-1  (--row end-- V_i)
 * w_ij --G_ij-- b_ij
 * (0 V --column start--) b_0j --column wire-- b_1j ... b_R-1,j --column wire-- o_j --neuron-- 0 V
 * ```
 *
 * Any resistance may be zero, any may be infinite: an infinite wire segment is a broken line. A value for all lines or segments,
 * or one for each.
 */
export interface ArrayNetwork {
  readonly rowCount: number;
  readonly columnCount: number;
  /** 1: every row is an input. 2: input k drives row 2k with its voltage and row 2k + 1 with the opposite one. */
  readonly rowsPerInput: 1 | 2;
  /** Synapse between row i and column j, at index i * columnCount + j; >= 0. */
  readonly conductance_S: Float64Array;
  /** Of each row; `Infinity` when it floats. */
  readonly driverResistance_ohm: number | Float64Array;
  /** Of the wire segment before each cell of a row, at index i * columnCount + j; the one before the first cell leads to the driver. */
  readonly rowResistance_ohm: number | Float64Array;
  /** Of the wire segment behind each cell of a column, at index i * columnCount + j; the one behind the last cell leads to the neuron. */
  readonly columnResistance_ohm: number | Float64Array;
  /** Of each column; `Infinity` when it floats. */
  readonly neuronInputResistance_ohm: number | Float64Array;
  /** From the last cell of each row to a second driver at the same voltage; absent when the far ends are open. */
  readonly rowEndResistance_ohm?: number | Float64Array;
  /**
   * From the first cell of each column to ground, through a second input of the same neuron, which counts the current of both;
   * absent when the far ends are open.
   */
  readonly columnStartResistance_ohm?: number | Float64Array;
}

/** Which terminals the lines of a network have; the ends of columns are terminals also when they float. */
export function shapeOf(network: ArrayNetwork): ArrayShape {
  return {
    rowCount: network.rowCount,
    columnCount: network.columnCount,
    rowStart: true,
    rowEnd: network.rowEndResistance_ohm !== undefined,
    columnStart: network.columnStartResistance_ohm !== undefined,
    columnEnd: true,
  };
}

/**
 * Columns that no current leaves: their end is a node whose voltage is sought. All others end in a neuron, or at a start at
 * ground.
 */
export function floatingColumns(
  network: Pick<ArrayNetwork, "columnCount" | "neuronInputResistance_ohm" | "columnStartResistance_ohm">,
): readonly number[] {
  const { columnCount, neuronInputResistance_ohm, columnStartResistance_ohm = Infinity } = network;
  return Array.from({ length: columnCount }, (_, j) => j).filter(
    (j) => valueAt(neuronInputResistance_ohm, j) === Infinity && valueAt(columnStartResistance_ohm, j) === Infinity,
  );
}

/** A zero resistance in parallel to all other resistors of the network takes all but this part of the current. */
const SHORT = 1e20;

/** Below this a resistance is zero: its inverse must not overflow. */
const SMALLEST_RESISTANCE_OHM = 1e-100;

/**
 * Conductances of all resistors in the order of {@link resistorNumbering}, drivers and neurons in series with the segments beside
 * them. A resistance of zero becomes a conductance so large that rounding does not see the difference; nothing in the reduction
 * is subtracted from it.
 */
export function resistorConductances_S(network: ArrayNetwork): Float64Array {
  const { rowCount, columnCount, conductance_S, rowEndResistance_ohm, columnStartResistance_ohm } = network;
  const { driverResistance_ohm, rowResistance_ohm, columnResistance_ohm, neuronInputResistance_ohm } = network;
  const resistor = resistorNumbering(network);
  const all_S = new Float64Array(resistor.count);
  const floats = new Set(floatingColumns(network));
  let sum_S = 0;
  const put = (which: number, resistance_ohm: number): void => {
    if (resistance_ohm < SMALLEST_RESISTANCE_OHM) all_S[which] = Infinity;
    else sum_S += all_S[which] = 1 / resistance_ohm;
  };
  all_S.set(conductance_S);
  for (const cell_S of conductance_S) sum_S += cell_S;
  for (let i = 0; i < rowCount; i++) {
    for (let j = 0; j < columnCount; j++) {
      const cell = i * columnCount + j;
      const driver_ohm = j === 0 ? valueAt(driverResistance_ohm, i) : 0;
      put(resistor.rowSegment(i, j), driver_ohm + valueAt(rowResistance_ohm, cell));
      const neuron_ohm = i < rowCount - 1 || floats.has(j) ? 0 : valueAt(neuronInputResistance_ohm, j);
      put(resistor.columnSegment(i, j), valueAt(columnResistance_ohm, cell) + neuron_ohm);
    }
    if (rowEndResistance_ohm !== undefined) put(resistor.rowEnd(i), valueAt(rowEndResistance_ohm, i));
  }
  if (columnStartResistance_ohm !== undefined)
    for (let j = 0; j < columnCount; j++) put(resistor.columnStart(j), valueAt(columnStartResistance_ohm, j));
  const short_S = SHORT * (sum_S > 0 ? sum_S : 1);
  for (let k = 0; k < all_S.length; k++) if (all_S[k] === Infinity) all_S[k] = short_S;
  return all_S;
}

function valueAt(values: number | Float64Array, index: number): number {
  return typeof values === "number" ? values : values[index]!;
}
