import { delay_s, totalEnergy_J } from "@neurofront/core";
import type { AnyDesign, LedgerEntry, NeuronCharacter, NeuronModel, OperatingPoint } from "@neurofront/core";
import { ledgerNumbers } from "./ledger-numbers.ts";
import { answered, derived, measured, unanswered } from "./measured.ts";
import type { Measured, MeasuredPoint } from "./measured.ts";

/** Net currents at which the error of a decision is told, relative to the threshold. */
const THRESHOLDS = [0.8, 0.9, 1, 1.1, 1.2, 1.5, 2];
/** The same for neurons without a threshold, relative to the column current: what the resolution of a network is given in. */
const COLUMN_SHARES = [0.01, 0.02, 0.05, 0.1];

/**
 * Everything a neuron tells about one decision. Energies are those of one neuron with its synapses at the full input level,
 * without wires and row drivers, which belong to an interconnect.
 */
export function neuronPoint(model: NeuronModel, design: AnyDesign, operating: OperatingPoint): MeasuredPoint {
  const answer = model.characterize(design, operating);
  if (answer.status === "impossible") return unanswered(answer.violations);
  const energy = [synapseStatic(answer, operating), ...answer.energy];
  const area_m2 = answer.area.reduce((sum, part) => sum + part.area_m2, 0);
  return answered(answer.violations, [
    measured("energyPaper_J", totalEnergy_J(energy, "paper"), "energy"),
    measured("energyFull_J", totalEnergy_J(energy, "full"), "energy"),
    measured("delay_s", delay_s(answer.phases, operating.conventions.readTiming)),
    measured("area_m2", area_m2),
    measured("thresholdCurrent_A", answer.thresholdCurrent_A),
    measured("inputResistance_ohm", answer.inputResistance_ohm),
    measured("offsetVoltageSpread_V", answer.offsetSpread_V, "offset"),
    measured("offsetCurrentSpread_A", answer.offsetSpread_A, "offset"),
    ...errors(model, design, operating, answer.thresholdCurrent_A),
    ...phases(answer),
    measured("synapsesDriven_s", answer.synapsesDriven_s),
    measured("cycle_s", answer.cycle_s),
    ...ledgerNumbers(energy),
    ...derived(answer.quantities),
  ]);
}

function synapseStatic({ synapsesDriven_s }: NeuronCharacter, operating: OperatingPoint): LedgerEntry {
  const { columnCurrent_A, inputVoltage_V } = operating;
  return {
    line: "synapse-static",
    energy_J: columnCurrent_A * inputVoltage_V * synapsesDriven_s,
    formula: "columnCurrent_A * inputVoltage_V * synapsesDriven_s",
    inputs: { columnCurrent_A, inputVoltage_V, synapsesDriven_s },
  };
}

/** Chances that a decision which must switch comes out wrong. */
function errors(model: NeuronModel, design: AnyDesign, operating: OperatingPoint, threshold_A: number): Measured[] {
  const at = (name: string, netCurrent_A: number): Measured => ({
    name: `error at ${name}`,
    unit: "1",
    group: threshold_A > 0 && name.endsWith("threshold") ? "errorProbability" : "errorByShare",
    value: model.errorProbability(design, operating, { netCurrent_A, mustSwitch: true }),
  });
  const byThreshold = threshold_A > 0 ? THRESHOLDS.map((times) => at(`${times} threshold`, times * threshold_A)) : [];
  const byShare = COLUMN_SHARES.map((share) =>
    at(`${100 * share} % of column current`, share * operating.columnCurrent_A),
  );
  return [...byThreshold, ...byShare];
}

function phases({ phases: steps }: NeuronCharacter): Measured[] {
  const durations = new Map<string, number>();
  for (const { phase, duration_s } of steps) durations.set(phase, (durations.get(phase) ?? 0) + duration_s);
  return [...durations].map(([phase, value]) => ({ name: `${phase} phase`, unit: "s", group: "phases", value }));
}
