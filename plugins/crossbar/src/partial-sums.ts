import { above, violationsAmong } from "@neurofront/core";
import type { ArrayLoad, Design, LedgerEntry, Violation } from "@neurofront/core";
import { conversion, tilesBetween } from "@neurofront/physics";
import type { LayerSolution } from "@neurofront/physics";
import type { crossbarParameters } from "./parameters.ts";

/** What it takes to add the currents of tiles as numbers. */
export interface PartialSums {
  readonly energy: LedgerEntry;
  /** All columns of all tiles are converted at the same time; the additions are not counted. */
  readonly duration_s: number;
  readonly violations: readonly Violation[];
  readonly quantities: Readonly<Record<string, number>>;
}

/** Above this part of the net currents a reader should know of the steps of the converters. */
const NOTABLE_STEP = 0.03;

/** Converters at the ends of every tile's columns, whose numbers are added; one converter a column and tile. */
export function partialSums(
  design: Design<typeof crossbarParameters>,
  load: ArrayLoad,
  rowStarts: readonly number[],
  solution: LayerSolution,
): PartialSums {
  const { converterBits, adderEnergy_J } = design;
  const converters = rowStarts.length - 1;
  const columnConductance_S =
    load.conductance_S.reduce((sum, cell_S) => sum + cell_S, 0) / (load.outputCount * converters);
  const { energy_J: conversionEnergy_J, duration_s } = conversion(converterBits, columnConductance_S);
  const additions = converters - 1;
  const sumBits = converterBits + Math.ceil(Math.log2(converters));
  // From minus to plus the largest current, each conversion is off by a step / sqrt(12), independently.
  const step_A = (2 * largestPartialSum_A(load, rowStarts, solution.currentTransfer_S)) / (2 ** converterBits - 1);
  const quantisation_A = step_A * Math.sqrt(converters / 12);
  const share = solution.netCurrent_A > 0 ? quantisation_A / solution.netCurrent_A : 0;
  return {
    energy: {
      line: "sense",
      energy_J: converters * conversionEnergy_J + additions * sumBits * adderEnergy_J,
      formula: "converters * conversionEnergy_J + additions * sumBits * adderEnergy_J",
      inputs: { converters, conversionEnergy_J, additions, sumBits, adderEnergy_J },
    },
    duration_s,
    violations: violationsAmong([
      above(
        "warning",
        "partial-sum-steps",
        share,
        NOTABLE_STEP,
        `converters of ${converterBits} bits add an error of ${share.toFixed(2)} of the net currents, which the accuracy does not see`,
      ),
    ]),
    quantities: { conversion_s: duration_s, quantisation_A },
  };
}

/** Largest magnitude over patterns, tiles and neurons. */
function largestPartialSum_A(load: ArrayLoad, rowStarts: readonly number[], transfer_S: Float64Array): number {
  const { inputCount, outputCount, patterns, patternCount, inputVoltage_V } = load;
  const sum = new Float64Array(outputCount);
  let largest = 0;
  for (const { from, to } of tilesBetween(rowStarts)) {
    for (let pattern = 0; pattern < patternCount; pattern++) {
      sum.fill(0);
      for (let i = from / 2; i < to / 2; i++) {
        const level = patterns[pattern * inputCount + i]!;
        const plus = 2 * i * outputCount;
        for (let j = 0; j < outputCount; j++)
          sum[j]! += level * (transfer_S[plus + j]! - transfer_S[plus + outputCount + j]!);
      }
      for (const value of sum) largest = Math.max(largest, Math.abs(value));
    }
  }
  return largest * inputVoltage_V;
}
