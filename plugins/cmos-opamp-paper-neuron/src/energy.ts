import type { LedgerEntry } from "@neurofront/core";
import { digitalSupplyAtNode_V, fanoutOf4InverterAtNode, nodeScaling, offCurrentRatio } from "@neurofront/physics";
import type { PaperDesign } from "./parameters.ts";
import type { Sizing, SupplyPoint } from "./sizing.ts";

/** n and p transistor of the inverter in the netlist that the tier is compared with, and of the buffer. */
const LOGIC_WIDTH_M = 0.36e-6 + 0.12e-6 + 0.135e-6 + 0.09e-6;

/** Lines of the neuron; the system charges the synapses over the same period. */
export function neuronEnergy(
  design: PaperDesign,
  sizing: Sizing,
  { supply_V, temperature_K }: SupplyPoint,
): LedgerEntry[] {
  const { size, gateCapacitance } = nodeScaling(design.node);
  const { supplyCurrent_A, period_s } = sizing;
  const inverterCapacitance_F = design.inverterCapacitance_F * size * gateCapacitance;
  const offCurrent_A_m = design.offCurrent_A_m * offCurrentRatio(temperature_K, design.processCorner);
  const logicWidth_m = LOGIC_WIDTH_M * size;
  // Logic runs from at most 1.1 times the nominal supply, the highest its cells were simulated at.
  const logic = digitalSupplyAtNode_V(design.node);
  const logicSupply_V = Math.min(Math.max(supply_V, logic.low), logic.high);
  const bufferCycle_J = fanoutOf4InverterAtNode(design.node, logicSupply_V).energyPerCycle_J;
  return [
    {
      line: "neuron-static",
      energy_J: supplyCurrent_A * supply_V * period_s,
      formula: "supplyCurrent_A * supply_V * period_s",
      inputs: { supplyCurrent_A, supply_V, period_s },
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
      energy_J: offCurrent_A_m * logicWidth_m * logicSupply_V * period_s,
      formula: "offCurrent_A_m * logicWidth_m * logicSupply_V * period_s",
      inputs: { offCurrent_A_m, logicWidth_m, logicSupply_V, period_s },
    },
  ];
}
