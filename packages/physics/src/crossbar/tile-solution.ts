import type { PairedRows } from "./paired-rows.ts";
import { solveArrayNetwork } from "./array-terminals.ts";
import type { ArrayTerminals } from "./array-terminals.ts";
import { solveIdealLines } from "./ideal-lines.ts";
import type { UniformArray } from "./ideal-lines.ts";
import { inputPower_W, timesColumnConductance_S } from "./pattern-response.ts";
import { correctForWires, wireLoading } from "./wire-correction.ts";
import type { WireCorrection } from "./wire-correction.ts";

/** How the resistance of wires enters: exactly, as a correction of ideal lines with a bound, or not at all. */
export type WireTreatment = "exact" | "corrected" | "ideal";

/** A solved array. */
export interface TileSolution {
  readonly terminals: ArrayTerminals;
  /** What arrives at the columns as net current, which for floating columns is voltage times conductance. */
  readonly currentTransfer_S: Float64Array;
  /** No net current of any pattern is off by more; 0 for an exact solution. `Infinity` when no bound is known. */
  readonly errorBound_A: number;
}

/**
 * Solves an array whose rows are driven in pairs.
 *
 * @param load its inputs, outputs and patterns
 * @returns undefined when a column floats without conductance to any row
 */
export function solveTile(
  load: PairedRows,
  array: UniformArray,
  segmentResistance_ohm: number,
  treatment: WireTreatment,
): TileSolution | undefined {
  if (treatment === "exact" && segmentResistance_ohm > 0) {
    const terminals = solveArrayNetwork({
      ...array,
      rowResistance_ohm: segmentResistance_ohm,
      columnResistance_ohm: segmentResistance_ohm,
    });
    return terminals && withCurrents(load, terminals, 0);
  }
  const ideal = solveIdealLines(array);
  if (ideal === undefined) return undefined;
  if (segmentResistance_ohm === 0) return withCurrents(load, ideal.terminals, 0);
  const correction = correctForWires(array, ideal, segmentResistance_ohm);
  if (treatment === "ideal") return withCurrents(load, ideal.terminals, largestError_A(load, correction, 1));
  const isBracket = wireLoading(array, segmentResistance_ohm) < 1;
  const bound_A = isBracket ? largestError_A(load, correction, correction.relativeWidth) : Infinity;
  return withCurrents(load, correction.terminals, bound_A);
}

function withCurrents(load: PairedRows, terminals: ArrayTerminals, errorBound_A: number): TileSolution {
  return {
    terminals,
    currentTransfer_S:
      load.neuronInputResistance_ohm === Infinity
        ? timesColumnConductance_S(terminals.columnTransfer, load.conductance_S, load.outputCount)
        : terminals.columnTransfer,
    errorBound_A,
  };
}

/** Largest of width * sqrt(W of a pattern * W of a neuron). */
function largestError_A(load: PairedRows, { inputLoss_S, neuronLoss }: WireCorrection, width: number): number {
  const lost_W = Math.max(0, ...inputPower_W(inputLoss_S, load));
  const perNeuron = neuronLoss.map(Math.sqrt);
  const perCurrent =
    load.neuronInputResistance_ohm === Infinity
      ? timesColumnConductance_S(perNeuron, load.conductance_S, load.outputCount)
      : perNeuron;
  return width * Math.sqrt(lost_W) * Math.max(...perCurrent);
}
