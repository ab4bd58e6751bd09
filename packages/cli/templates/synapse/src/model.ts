import { above, violationsAmong } from "@neurofront/core";
import { defineSynapse, integer, quantity } from "@neurofront/plugin-kit";

/** Beyond this many characteristic voltages the hyperbolic sine is no description of a film any more. */
const LARGEST_RATIO = 5;

/**
 * A device whose current is G V0 sinh(V / V0): ohmic at small voltages, exponential at large ones, as tunnelling through a thin
 * film is (Simmons, J. Appl. Phys. 34, 1793 (1963), in the form that memristor models use).
 */
export const templateSynapse = defineSynapse({
  id: "template-synapse",
  title: "Template synapse",
  parameters: {
    conductanceMax_S: quantity({
      unit: "S",
      meaning: "largest programmable conductance",
      source: { kind: "assumed", note: "a filament of ten kiloohms" },
      low: 1e-6,
      high: 1e-3,
      default: 1e-4,
      scale: "log",
    }),
    onOffRatio: quantity({
      unit: "1",
      meaning: "largest over smallest conductance",
      source: { kind: "assumed", note: "typical of oxide memories" },
      low: 2,
      high: 1000,
      default: 20,
      scale: "log",
    }),
    levels: integer({
      meaning: "programmable levels, evenly spaced in conductance",
      source: { kind: "assumed", note: "4 bits" },
      low: 2,
      high: 256,
      default: 16,
    }),
    characteristicVoltage_V: quantity({
      unit: "V",
      meaning: "V0 of the hyperbolic sine: the current leaves Ohm's law here",
      source: { kind: "assumed", note: "0.25 V is usual in compact models of oxide memories" },
      low: 0.1,
      high: 1,
      default: 0.25,
    }),
    pitch_m: quantity({
      unit: "m",
      meaning: "pitch of the crossing wires",
      source: { kind: "assumed", note: "twice a wire of 50 nm" },
      low: 2e-8,
      high: 4e-7,
      default: 1e-7,
      scale: "log",
    }),
  },
  trends: [
    {
      quantity: "currentGain",
      parameter: "characteristicVoltage_V",
      direction: "falls",
      because: "a larger V0 keeps the device ohmic up to a larger voltage",
    },
  ],
  referencePoints: [
    {
      title: "current over G V at V = V0",
      operating: { inputVoltage_V: 0.25 },
      quantity: "currentGain",
      expected: 1.1752,
      tolerance: 1e-4,
      source: { kind: "derived", note: "sinh(1) with five digits", reference: "simmons1963" },
    },
  ],
  characterize({ conductanceMax_S, onOffRatio, levels, characteristicVoltage_V, pitch_m }, { inputVoltage_V }) {
    const ratio = inputVoltage_V / characteristicVoltage_V;
    return {
      status: "ok",
      conductanceMin_S: conductanceMax_S / onOffRatio,
      conductanceMax_S,
      levels,
      stuckAtMin: 0,
      stuckAtMax: 0,
      isSeparable: true,
      area_m2: pitch_m ** 2,
      pitch_m,
      // Half the pitch squared, 5 nm of an oxide with a permittivity of 25.
      capacitance_F: (25 * 8.854e-12 * (pitch_m / 2) ** 2) / 5e-9,
      violations: violationsAmong([
        above(
          "invalid",
          "voltage-above-tunnelling-law",
          ratio,
          LARGEST_RATIO,
          () =>
            `the input voltage is ${ratio.toPrecision(3)} characteristic voltages; the law is known up to ${LARGEST_RATIO}`,
        ),
      ]),
      quantities: { currentGain: Math.sinh(ratio) / ratio },
    };
  },
  programmingSpread_S: (_design, _operating, target_S) => 0.05 * target_S,
  readNoise: () => 0.01,
  aged: (_design, _operating, conductance_S) => ({ mean_S: conductance_S, spread_S: 0 }),
  current_A: ({ characteristicVoltage_V }, conductance_S, voltage_V) =>
    conductance_S * characteristicVoltage_V * Math.sinh(voltage_V / characteristicVoltage_V),
});
