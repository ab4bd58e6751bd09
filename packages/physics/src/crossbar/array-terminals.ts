import { floatingColumns, resistorConductances_S, shapeOf } from "./array-network.ts";
import type { ArrayNetwork } from "./array-network.ts";
import { dissect } from "./dissection-plan.ts";
import type { ArrayShape } from "./array-numbering.ts";
import type { DissectionPlan } from "./dissection-plan.ts";
import { openTerminals } from "./floating-terminals.ts";
import { inputAdmittance_S } from "./input-admittance.ts";
import { reduceArray } from "./nested-reduction.ts";

/** The network as its terminals see it. */
export interface ArrayTerminals {
  /**
   * What arrives at the neuron of column j per volt on row i, all other rows at zero, at index i * columnCount + j: its
   * current in siemens, or, when the column floats, the voltage of o_j.
   */
  readonly columnTransfer: Float64Array;
  /**
   * Current drawn from input i per volt on input k, all other inputs at zero, inputs x inputs, symmetric; of a pair of rows the
   * difference of their currents, so that voltage times current is the power.
   */
  readonly inputAdmittance_S: Float64Array;
}

/**
 * Exact solution at the terminals for every row voltage at once, by nested dissection down to the terminals: the relative error
 * of every conductance between two terminals is that of the arithmetic, for any ratio of the resistances.
 *
 * @returns undefined when a column floats without conductance to any row, so that its voltage is not determined
 */
export function solveArrayNetwork(network: ArrayNetwork): ArrayTerminals | undefined {
  return terminalsOf(network, reduceArray(planFor(shapeOf(network)), resistorConductances_S(network)));
}

/** Of the shapes that were solved lately, the last one first. */
const plans: DissectionPlan[] = [];
/** More than the arrays of a network of a few layers have, each with tiles in the middle and at the ends. */
const MOST_PLANS = 12;

/**
 * The plan depends on the shape alone, and a search solves the same few shapes again and again: they are kept. For 52 x 26
 * cells a plan takes as long as the reduction itself.
 */
export function planFor(shape: ArrayShape): DissectionPlan {
  const names = Object.keys(shape) as (keyof ArrayShape)[];
  const at = plans.findIndex((plan) => names.every((name) => plan.shape[name] === shape[name]));
  const plan = at < 0 ? dissect(shape) : plans.splice(at, 1)[0]!;
  plans.unshift(plan);
  if (plans.length > MOST_PLANS) plans.pop();
  return plan;
}

/**
 * What the terminals see, where columns that float are left open.
 *
 * @param terminal_S conductances between the terminals, rows before columns, below the diagonal
 * @returns undefined when a column floats without conductance to any row
 */
export function terminalsOf(
  network: Omit<ArrayNetwork, "conductance_S" | "driverResistance_ohm" | "rowResistance_ohm" | "columnResistance_ohm">,
  terminal_S: Float64Array,
): ArrayTerminals | undefined {
  const { rowCount, columnCount } = network;
  const size = rowCount + columnCount;
  const floating = floatingColumns(network);
  const opened =
    floating.length === 0
      ? { conductance_S: terminal_S, voltageShare: new Float64Array() }
      : openTerminals(
          terminal_S,
          size,
          floating.map((j) => rowCount + j),
        );
  if (opened === undefined) return undefined;
  const { conductance_S, voltageShare } = opened;
  const columnTransfer = new Float64Array(rowCount * columnCount);
  for (let j = 0; j < columnCount; j++) {
    const row = (rowCount + j) * size;
    for (let i = 0; i < rowCount; i++) columnTransfer[i * columnCount + j] = conductance_S[row + i]!;
  }
  for (const [k, j] of floating.entries()) {
    for (let i = 0; i < rowCount; i++) columnTransfer[i * columnCount + j] = voltageShare[k * size + i]!;
  }
  return { columnTransfer, inputAdmittance_S: inputAdmittance_S(conductance_S, size, rowCount, network.rowsPerInput) };
}
