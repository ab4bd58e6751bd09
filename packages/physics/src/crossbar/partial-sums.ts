import type { LayerSolution } from "./layer-solution.ts";
import type { PairedRows } from "./paired-rows.ts";
import { conversion } from "./partial-sum-converter.ts";
import { tilesBetween } from "./tile-layout.ts";

/** What it takes to add the currents of tiles as numbers: converters at the ends of every tile's columns, and adders. */
export interface PartialSums {
  /** Of one neuron: one a tile. */
  readonly converters: number;
  readonly conversionEnergy_J: number;
  /** All columns of all tiles are converted at the same time; the additions are not counted. */
  readonly duration_s: number;
  readonly additions: number;
  /** Of the complete sum. */
  readonly sumBits: number;
  /** Standard deviation of a sum by the steps of the converters. */
  readonly quantisation_A: number;
  /** The same over the root mean square of all net currents; 0 where there are none. */
  readonly quantisationShare: number;
}

/** Partial sums of tiles above each other. */
export function partialSums(
  converterBits: number,
  load: PairedRows,
  rowStarts: readonly number[],
  solution: Pick<LayerSolution, "currentTransfer_S" | "netCurrent_A">,
): PartialSums {
  const converters = rowStarts.length - 1;
  const columnConductance_S =
    load.conductance_S.reduce((sum, cell_S) => sum + cell_S, 0) / (load.outputCount * converters);
  const { energy_J, duration_s } = conversion(converterBits, columnConductance_S);
  // From minus to plus the largest current, each conversion is off by a step / sqrt(12), independently.
  const step_A = (2 * largestPartialSum_A(load, rowStarts, solution.currentTransfer_S)) / (2 ** converterBits - 1);
  const quantisation_A = step_A * Math.sqrt(converters / 12);
  return {
    converters,
    conversionEnergy_J: energy_J,
    duration_s,
    additions: converters - 1,
    sumBits: converterBits + Math.ceil(Math.log2(converters)),
    quantisation_A,
    quantisationShare: solution.netCurrent_A > 0 ? quantisation_A / solution.netCurrent_A : 0,
  };
}

/** Largest magnitude over patterns, tiles and neurons. */
function largestPartialSum_A(load: PairedRows, rowStarts: readonly number[], transfer_S: Float64Array): number {
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
