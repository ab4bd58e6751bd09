import { defaultsOf } from "@neurofront/core";
import type { Conventions, Discrepancy, OperatingPoint } from "@neurofront/core";
import { cmosOpampNeuron } from "./model.ts";
import { parameters } from "./parameters.ts";
import { presets } from "./presets.ts";

/** The paper's neuron: 25 inputs at +-0.5 V, 40 uA of synapse current. */
function paperOperating(cmosDecision: Conventions["cmosDecision"]): OperatingPoint {
  return {
    inputVoltage_V: 0.5,
    temperature_K: 300.15,
    inputCount: 25,
    outputCount: 26,
    columnConductance_S: 80e-6,
    columnCapacitance_F: 12.5e-15,
    columnCurrent_A: 40e-6,
    conventions: { readTiming: "overlapped", cmosDelay: "half-cycle", cmosDecision },
  };
}

/** Energy of amplifier, inverter and synapses over the decision, and the decision's length, with the delay derated for layout. */
function decisionCost(cmosDecision: Conventions["cmosDecision"]): {
  readonly energy_J: number;
  readonly delay_s: number;
} {
  const design = { ...defaultsOf(parameters), ...presets["compact-sizing"]!.values, layoutDerate: 1.4 };
  const operating = paperOperating(cmosDecision);
  const character = cmosOpampNeuron.characterize(design, operating);
  if (character.status === "impossible") throw new Error("the preset must be possible at the paper's operating point");
  const synapses_J = operating.columnConductance_S * operating.inputVoltage_V ** 2 * character.synapsesDriven_s;
  const neuron_J = character.energy
    .filter(({ line }) => line === "neuron-static" || line === "sense")
    .reduce((sum, entry) => sum + entry.energy_J, synapses_J);
  return { energy_J: neuron_J, delay_s: character.quantities["decision_s"]! };
}

/** What the paper's CMOS numbers leave out. */
export const discrepancies: readonly Discrepancy[] = [
  {
    id: "settling-for-a-sign",
    statement:
      "At its optimum the CMOS neuron needs about 0.7 pJ a cycle, with an energy-delay product of about 3.5e-21 J s.",
    problem:
      "These numbers fit an amplifier that settles to 3 %. A sign neuron has decided when the output crosses the inverter's threshold, and its transistors may be sized freely: more than ten times less energy, some sixty times less energy-delay product.",
    treatment:
      "The convention `cmosDecision` chooses `settle` or `cross` for both amplifier neurons that can answer it; report both.",
    reference: "sharad2013",
    check: () =>
      (["settle", "cross"] as const).flatMap((cmosDecision) => {
        const { energy_J, delay_s } = decisionCost(cmosDecision);
        return [
          { quantity: `energy, freely sized, ${cmosDecision}`, unit: "J", stated: 0.7e-12, found: energy_J },
          {
            quantity: `energy-delay product, freely sized, ${cmosDecision}`,
            unit: "J s",
            stated: 3.5e-21,
            found: energy_J * delay_s,
          },
        ];
      }),
  },
];
