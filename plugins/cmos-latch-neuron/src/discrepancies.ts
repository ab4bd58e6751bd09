import { defaultsOf } from "@neurofront/core";
import type { Discrepancy } from "@neurofront/core";
import { cmosLatchNeuron } from "./model.ts";
import { parameters } from "./parameters.ts";
import { presets } from "./presets.ts";

const inputVoltage_V = 0.5;
const columnConductance_S = 40e-6 / inputVoltage_V;

/** The latch where the paper's amplifier is: 25 inputs at +-0.5 V, 40 uA. Every line of the neuron, and the synapses. */
function latchCost(): { readonly energy_J: number; readonly delay_s: number } {
  const design = { ...defaultsOf(parameters), ...presets["simulated-end-to-end"]!.values };
  const character = cmosLatchNeuron.characterize(design, {
    inputVoltage_V,
    temperature_K: 300.15,
    inputCount: 25,
    outputCount: 26,
    columnConductance_S,
    columnCapacitance_F: 12.5e-15,
    columnCurrent_A: columnConductance_S * inputVoltage_V,
    conventions: { readTiming: "overlapped", cmosDelay: "half-cycle", cmosDecision: "cross" },
  });
  if (character.status === "impossible") throw new Error("no design of this neuron is impossible");
  const synapses_J = columnConductance_S * inputVoltage_V ** 2 * character.synapsesDriven_s;
  return {
    energy_J: character.energy.reduce((sum, entry) => sum + entry.energy_J, synapses_J),
    delay_s: character.cycle_s,
  };
}

/** What the paper's choice of the CMOS neuron leaves out. */
export const discrepancies: readonly Discrepancy[] = [
  {
    id: "amplifier-for-a-sign",
    statement:
      "A CMOS neuron needs an operational amplifier that holds its input at a fixed potential; about 0.7 pJ and 3.5e-21 J s.",
    problem:
      "A sign neuron needs no fixed potential: with ohmic synapses between stiff rows the floating node goes to the weighted mean of the inputs, which has the sign of the sum. A clocked latch reads it, given a reference of matched impedance against its kickback.",
    treatment:
      "This neuron stands beside the amplifiers as the CMOS baseline; the reference column is `matchedReference`.",
    reference: "sharad2013",
    check() {
      const { energy_J, delay_s } = latchCost();
      return [
        { quantity: "energy of a latch neuron with its synapses", unit: "J", stated: 0.7e-12, found: energy_J },
        {
          quantity: "energy-delay product of a latch neuron with its synapses",
          unit: "J s",
          stated: 3.5e-21,
          found: energy_J * delay_s,
        },
      ];
    },
  },
];
