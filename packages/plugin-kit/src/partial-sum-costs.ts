import { above, violationsAmong } from "@neurofront/core";
import type { LedgerEntry, Violation } from "@neurofront/core";

/** What adding the currents of tiles as numbers takes, of one neuron. */
interface Conversions {
  readonly converters: number;
  readonly conversionEnergy_J: number;
  readonly additions: number;
  readonly sumBits: number;
  /** Error by the steps of the converters over the net currents. */
  readonly quantisationShare: number;
}

/** Above this part of the net currents a reader should know of the steps of the converters. */
const NOTABLE_STEP = 0.03;

/** Converters and adders of partial sums, and the warning that their steps deserve. */
export function partialSumCosts(
  { converters, conversionEnergy_J, additions, sumBits, quantisationShare }: Conversions,
  { converterBits, adderEnergy_J }: { readonly converterBits: number; readonly adderEnergy_J: number },
): { readonly energy: LedgerEntry; readonly violations: readonly Violation[] } {
  return {
    energy: {
      line: "sense",
      energy_J: converters * conversionEnergy_J + additions * sumBits * adderEnergy_J,
      formula: "converters * conversionEnergy_J + additions * sumBits * adderEnergy_J",
      inputs: { converters, conversionEnergy_J, additions, sumBits, adderEnergy_J },
    },
    violations: violationsAmong([
      above(
        "warning",
        "partial-sum-steps",
        quantisationShare,
        NOTABLE_STEP,
        `converters of ${converterBits} bits add an error of ${quantisationShare.toFixed(2)} of the net currents, which the accuracy does not see`,
      ),
    ]),
  };
}
