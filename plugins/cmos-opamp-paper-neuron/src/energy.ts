import type { LedgerEntry } from "@neurofront/core";
import { digitalSupply45nm_V, fanoutOf4Inverter45nm } from "@neurofront/physics";
import type { PaperDesign } from "./parameters.ts";
import type { Sizing } from "./sizing.ts";

/** n and p transistor of the inverter in the netlist that the tier is compared with, and of the buffer. */
const LOGIC_WIDTH_M = 0.36e-6 + 0.12e-6 + 0.135e-6 + 0.09e-6;

/** Lines of the neuron; the system charges the synapses over the same period. */
export function neuronEnergy(design: PaperDesign, sizing: Sizing, supply_V: number): LedgerEntry[] {
  const { currentRatio, inverterCapacitance_F, offCurrent_A_m } = design;
  const { tailCurrent_A, period_s } = sizing;
  // Logic runs from at most 1.1 V, the highest supply its cells were simulated at.
  const logicSupply_V = Math.min(Math.max(supply_V, digitalSupply45nm_V.low), digitalSupply45nm_V.high);
  const bufferCycle_J = fanoutOf4Inverter45nm(logicSupply_V).energyPerCycle_J;
  return [
    {
      line: "neuron-static",
      energy_J: currentRatio * tailCurrent_A * supply_V * period_s,
      formula: "currentRatio * tailCurrent_A * supply_V * period_s",
      inputs: { currentRatio, tailCurrent_A, supply_V, period_s },
    },
    {
      line: "sense",
      energy_J: inverterCapacitance_F * supply_V ** 2,
      formula: "inverterCapacitance_F * supply_V^2",
      inputs: { inverterCapacitance_F, supply_V },
    },
    {
      line: "output-buffer",
      energy_J: bufferCycle_J,
      formula: "bufferCycle_J",
      inputs: { bufferCycle_J, logicSupply_V },
    },
    {
      line: "leakage",
      energy_J: offCurrent_A_m * LOGIC_WIDTH_M * logicSupply_V * period_s,
      formula: "offCurrent_A_m * logicWidth_m * logicSupply_V * period_s",
      inputs: { offCurrent_A_m, logicWidth_m: LOGIC_WIDTH_M, logicSupply_V, period_s },
    },
  ];
}
