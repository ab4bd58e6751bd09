import type { MeasuredDevice, MeasuredNaming, NeuronModel } from "@neurofront/core";
import { normalCdf } from "@neurofront/physics";
import { defineNeuron, quantity } from "@neurofront/plugin-kit";
import { interpolant } from "./interpolant.ts";
import { outsidePoints } from "./outside-points.ts";

/** How far beyond the points a study may set the current at all: far enough to see that the answer is marked. */
const BEYOND = 2;

const COLUMNS = {
  current_A: { unit: "A", meaning: "net current at which the device was switched", low: 1e-15 },
  delay_s: { unit: "s", meaning: "time from the current to the decision", low: 1e-15 },
  energy_J: { unit: "J", meaning: "energy of the device itself for one decision, synapses apart", low: 0 },
} as const;

type Table = Readonly<Record<keyof typeof COLUMNS, Float64Array>>;

/**
 * A threshold device that keeps its output: it switches when the net current is above `switchingCurrent_A`, with normal noise from
 * cycle to cycle, in the time and for the energy that were measured at that current.
 */
function neuronOf({ current_A, delay_s, energy_J }: Table, { id, source, interpolation }: MeasuredNaming): NeuronModel {
  const [low_A, high_A] = [current_A[0]!, current_A.at(-1)!];
  const delayAt_s = interpolant(current_A, delay_s, interpolation);
  const energyAt_J = interpolant(current_A, energy_J, interpolation);
  return defineNeuron({
    id,
    title: `Neuron from ${current_A.length} measured points`,
    parameters: {
      switchingCurrent_A: quantity({
        unit: "A",
        meaning: `net current that switches the device; measured from ${low_A} to ${high_A} A, outside the answer is invalid`,
        source,
        low: low_A / BEYOND,
        high: high_A * BEYOND,
        default: Math.min(Math.max(Number(Math.sqrt(low_A * high_A).toPrecision(3)), low_A), high_A),
        scale: "log",
      }),
      noise: quantity({
        unit: "1",
        meaning: "standard deviation of the switching current from cycle to cycle, relative to it",
        source: { kind: "assumed", note: "not in the table; set what was measured" },
        low: 1e-3,
        high: 0.5,
        default: 0.05,
        scale: "log",
      }),
      spread: quantity({
        unit: "1",
        meaning: "standard deviation of the switching current from device to device, relative to it",
        source: { kind: "assumed", note: "not in the table; set what was measured" },
        low: 0,
        high: 0.5,
        default: 0.05,
      }),
      inputResistance_ohm: quantity({
        unit: "ohm",
        meaning: "resistance of the device from the summing node to ground",
        source: { kind: "assumed", note: "not in the table; set what was measured" },
        low: 0.1,
        high: 1e6,
        default: 100,
        scale: "log",
      }),
      area_m2: quantity({
        unit: "m^2",
        meaning: "area of the device with its own circuits",
        source: { kind: "assumed", note: "not in the table: half a micrometre square; set what was drawn" },
        low: 1e-16,
        high: 1e-9,
        default: 2.5e-13,
        scale: "log",
      }),
    },
    characterize({ switchingCurrent_A, spread, inputResistance_ohm, area_m2 }) {
      const measuredDelay_s = delayAt_s(switchingCurrent_A);
      const measuredEnergy_J = energyAt_J(switchingCurrent_A);
      return {
        status: "ok",
        inputResistance_ohm,
        thresholdCurrent_A: switchingCurrent_A,
        offsetSpread_V: 0,
        offsetSpread_A: spread * switchingCurrent_A,
        phases: [{ phase: "evaluate", duration_s: measuredDelay_s, formula: "measured delay at switchingCurrent_A" }],
        synapsesDriven_s: measuredDelay_s,
        cycle_s: measuredDelay_s,
        energy: [
          {
            line: "neuron-static",
            energy_J: measuredEnergy_J,
            formula: "measuredEnergy_J",
            inputs: { measuredEnergy_J },
          },
        ],
        area: [{ part: "device", area_m2, formula: "area_m2" }],
        violations: outsidePoints("switchingCurrent_A", "A", switchingCurrent_A, current_A),
        quantities: { measuredFrom_A: low_A, measuredTo_A: high_A },
      };
    },
    errorProbability({ switchingCurrent_A, noise }, _operating, { netCurrent_A, mustSwitch }) {
      const needed_A = mustSwitch ? switchingCurrent_A : -switchingCurrent_A;
      return normalCdf((needed_A - netCurrent_A) / (noise * switchingCurrent_A));
    },
  });
}

/** A neuron from current, delay and energy. */
export const measuredNeuron: MeasuredDevice = {
  id: "measured-neuron",
  role: "neuron",
  title: "Threshold device from measured current, delay and energy",
  columns: COLUMNS,
  example: [
    "current [uA],delay [ns],energy [fJ]",
    "0.5,3.75,0.06",
    "2,1.04,0.25",
    "5,0.492,0.74",
    "10,0.305,1.83",
  ].join("\n"),
  define: (table, naming) => ({ ok: true, model: neuronOf(table, naming) }),
};
