import { totalEnergy_J } from "@neurofront/core";
import type { AnyDesign, ArrayLoad, InterconnectModel } from "@neurofront/core";
import { ledgerNumbers } from "./ledger-numbers.ts";
import { answered, derived, measured, unanswered } from "./measured.ts";
import type { MeasuredPoint } from "./measured.ts";

/**
 * Everything an interconnect tells about one array. The transfer is what a neuron receives relative to what perfect wires and
 * a perfectly clamped (or perfectly floating) column would give it.
 */
export function interconnectPoint(model: InterconnectModel, design: AnyDesign, load: ArrayLoad): MeasuredPoint {
  const answer = model.solve(design, load);
  if (answer.status === "impossible") return unanswered(answer.violations);
  // A synapse that passes nothing is not built.
  const transfers = answer.currentTransfer_S
    .map((transfer_S, cell) => transfer_S / load.conductance_S[cell]!)
    .filter((transfer) => transfer !== 0);
  const mean = (values: Float64Array): number =>
    values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length);
  return answered(answer.violations, [
    measured("transferMean", mean(transfers), "transfer"),
    measured(
      "transferLeast",
      transfers.reduce((least, value) => Math.min(least, value), transfers[0] ?? 0),
      "transfer",
    ),
    measured("settling_s", answer.settling_s),
    measured("inputPower_W", mean(answer.inputPower_W)),
    measured("energyPaper_J", totalEnergy_J(answer.energy, "paper"), "energy"),
    measured("energyFull_J", totalEnergy_J(answer.energy, "full"), "energy"),
    measured(
      "area_m2",
      answer.area.reduce((sum, part) => sum + part.area_m2, 0),
    ),
    ...ledgerNumbers(answer.energy),
    ...derived(answer.quantities),
  ]);
}
