import type { SynapseModel } from "@neurofront/core";
import { defineSynapse, integer, quantity } from "../../src/define.ts";

const source = { kind: "assumed", note: "an example" } as const;

/** A device with current G V0 sinh(V / V0), separable. */
export const soundSynapse: SynapseModel = defineSynapse({
  id: "sound-synapse",
  title: "Sound synapse",
  parameters: {
    conductanceMin_S: quantity({
      unit: "S",
      meaning: "off",
      source,
      low: 1e-7,
      high: 1e-5,
      default: 1e-6,
      scale: "log",
    }),
    range: quantity({ unit: "1", meaning: "on over off", source, low: 2, high: 100, default: 20 }),
    bits: integer({ meaning: "bits of the levels", source, low: 1, high: 8, default: 5 }),
    characteristicVoltage_V: quantity({ unit: "V", meaning: "of the sinh", source, low: 0.1, high: 1, default: 0.3 }),
  },
  characterize({ conductanceMin_S, range, bits }) {
    return {
      status: "ok",
      conductanceMin_S,
      conductanceMax_S: conductanceMin_S * range,
      levels: 2 ** bits,
      stuckAtMin: 0.01,
      stuckAtMax: 0.002,
      isSeparable: true,
      area_m2: 1e-14,
      pitch_m: 1e-7,
      capacitance_F: 1e-17,
      violations: [],
      quantities: { largestConductance_S: conductanceMin_S * range },
    };
  },
  programmingSpread_S: (_design, _operating, target_S) => 0.03 * target_S,
  readNoise: () => 0.01,
  aged: (_design, _operating, conductance_S, age_s) => {
    const lost = 1 - (1 + age_s) ** -0.01;
    return { mean_S: conductance_S * (1 - lost), spread_S: 0.1 * conductance_S * lost };
  },
  current_A: ({ characteristicVoltage_V }, conductance_S, voltage_V) =>
    conductance_S * characteristicVoltage_V * Math.sinh(voltage_V / characteristicVoltage_V),
  spice: ({ characteristicVoltage_V }) => ({
    name: "sound_synapse",
    ports: ["row", "column"],
    parameters: { g: 1e-6 },
    lines: [`Bdevice row column I = {g}*${characteristicVoltage_V}*sinh(V(row,column)/${characteristicVoltage_V})`],
    notes: ["I = g V0 sinh(V/V0)"],
  }),
});

/** The same with what its author knows of it. */
export const declaredSynapse: SynapseModel = {
  ...soundSynapse,
  trends: [{ quantity: "conductanceMax_S", parameter: "range", direction: "rises", because: "it is the ratio to off" }],
  referencePoints: [{ title: "on", quantity: "conductanceMax_S", expected: 2e-5, tolerance: 1e-6, source }],
};
