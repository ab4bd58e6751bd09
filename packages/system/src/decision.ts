import type { NeuronModel, OperatingPoint, Parameters, Design, ResolvedHeld } from "@neurofront/core";
import { tabulatePair } from "./error-table-pair.ts";
import { blendTables, tabulateError } from "./error-table.ts";
import type { ErrorTable } from "./error-table.ts";

/**
 * Error tables of one neuron design: for an output that must fire and for one that must stay silent. They differ only
 * for neurons with memory, through what the neuron held before.
 */
export interface DecisionTables {
  readonly wantedOn: ErrorTable;
  readonly wantedOff: ErrorTable;
}

/**
 * Tabulate the neuron's error probability for the study's convention on the previous output.
 *
 * With `sequence` decisions come in random order, so the chance that the output before differed is the share of the other
 * decisions: for one-hot data of N balanced classes 1 - 1/N when the output must fire, 1/N when it must not.
 *
 * @param firingShare part of the decisions of this layer that fire
 * @param limit_A largest magnitude of net current of interest
 */
export function tabulateDecisions<P extends Parameters>(
  neuron: NeuronModel<P>,
  design: Design<P>,
  operating: OperatingPoint,
  previousOutput: ResolvedHeld["previousOutput"],
  firingShare: number,
  thresholdCurrent_A: number,
  limit_A: number,
): DecisionTables {
  const errorOf =
    (mustSwitch: boolean) =>
    (netCurrent_A: number): number =>
      neuron.errorProbability(design, operating, { netCurrent_A, mustSwitch });
  if (previousOutput === "opposite") {
    const switching = tabulateError(errorOf(true), limit_A, thresholdCurrent_A);
    return { wantedOn: switching, wantedOff: switching };
  }
  const [switching, holding] = tabulatePair(errorOf(true), errorOf(false), limit_A, thresholdCurrent_A);
  // Without memory there is nothing to blend.
  if (holding === switching) return { wantedOn: switching, wantedOff: switching };
  if (previousOutput === "random") {
    const either = blendTables(switching, holding, 0.5);
    return { wantedOn: either, wantedOff: either };
  }
  return {
    wantedOn: blendTables(switching, holding, 1 - firingShare),
    wantedOff: blendTables(switching, holding, firingShare),
  };
}
