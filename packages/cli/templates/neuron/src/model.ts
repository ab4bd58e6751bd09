import { above, violationsAmong } from "@neurofront/core";
import { boltzmann_J_K, normalCdf } from "@neurofront/physics";
import { defineNeuron, quantity } from "@neurofront/plugin-kit";

/** Charge noise of a capacitor that was reset through a resistor: sqrt(k T C) (Nyquist, Phys. Rev. 32, 110 (1928)). */
export function resetNoise_C(capacitance_F: number, temperature_K: number): number {
  return Math.sqrt(boltzmann_J_K * temperature_K * capacitance_F);
}

/**
 * A neuron that collects the net current of a decision on a capacitor behind a virtual ground and fires when the charge is
 * positive. It is reset before every decision; what is left of the reset is its noise.
 */
export const templateNeuron = defineNeuron({
  id: "template-neuron",
  title: "Template neuron",
  parameters: {
    capacitance_F: quantity({
      unit: "F",
      meaning: "capacitor that collects the charge",
      source: { kind: "assumed", note: "large enough for the current of a whole column of synapses" },
      low: 1e-15,
      high: 1e-11,
      default: 2e-13,
      scale: "log",
    }),
    integration_s: quantity({
      unit: "s",
      meaning: "time for which the rows are driven in one decision",
      source: { kind: "assumed", note: "the decision time of a spin neuron, for comparison" },
      low: 1e-10,
      high: 1e-7,
      default: 1e-9,
      scale: "log",
    }),
    supply_V: quantity({
      unit: "V",
      meaning: "supply from which the capacitor is reset",
      source: { kind: "assumed", note: "core supply of a 45 nm process" },
      low: 0.5,
      high: 1.2,
      default: 1,
    }),
  },
  trends: [
    {
      quantity: "energy_J",
      parameter: "capacitance_F",
      direction: "rises",
      because: "a reset moves the charge C V through the supply V",
    },
    {
      quantity: "noiseCurrent_A",
      parameter: "integration_s",
      direction: "falls",
      because: "the charge noise of a reset is shared by a longer time",
    },
  ],
  referencePoints: [
    {
      title: "charge noise of 1 pF at 300 K",
      design: { capacitance_F: 1e-12 },
      quantity: "resetNoise_C",
      // sqrt(1.380649e-23 * 300 * 1e-12) by hand.
      expected: 6.4359e-17,
      tolerance: 1e-4,
      source: { kind: "derived", note: "sqrt(k T C) with five digits", reference: "nyquist1928" },
    },
  ],
  characterize({ capacitance_F, integration_s, supply_V }, { temperature_K, columnCurrent_A }) {
    const noise_C = resetNoise_C(capacitance_F, temperature_K);
    const swing_V = (columnCurrent_A * integration_s) / capacitance_F;
    return {
      status: "ok",
      inputResistance_ohm: 0,
      thresholdCurrent_A: 0,
      offsetSpread_V: 0,
      offsetSpread_A: 0,
      phases: [{ phase: "evaluate", duration_s: integration_s, formula: "integration_s" }],
      synapsesDriven_s: integration_s,
      cycle_s: integration_s,
      energy: [
        {
          line: "preset",
          energy_J: capacitance_F * supply_V ** 2,
          formula: "capacitance_F * supply_V^2",
          inputs: { capacitance_F, supply_V },
        },
      ],
      area: [{ part: "capacitor", area_m2: capacitance_F / 2e-3, formula: "capacitance_F / 2 fF/um^2" }],
      // Outside its validity a model still answers and says so; an optimizer follows the amount back.
      violations: violationsAmong([
        above(
          "invalid",
          "amplifier-saturates",
          swing_V,
          supply_V,
          () =>
            `all inputs at once would move the capacitor by ${swing_V.toPrecision(3)} V; its supply is ${supply_V} V`,
        ),
      ]),
      quantities: { resetNoise_C: noise_C, noiseCurrent_A: noise_C / integration_s },
    };
  },
  errorProbability({ capacitance_F, integration_s }, { temperature_K }, { netCurrent_A }) {
    return normalCdf((-netCurrent_A * integration_s) / resetNoise_C(capacitance_F, temperature_K));
  },
});
