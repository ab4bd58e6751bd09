import type { LedgerEntry } from "@neurofront/core";
import { digitalSupplyAtNode_V, fanoutOf4InverterAtNode, nodeScaling, offCurrentRatio } from "@neurofront/physics";
import { crowbarRelativeToOneVolt } from "./inverter-crowbar.ts";
import type { OpampDesign } from "./parameters.ts";
import type { Transistors } from "./transistors.ts";

/** How long what is on in one clock period, and how warm it is. */
export interface Running {
  readonly temperature_K: number;
  /** Bias and inputs. */
  readonly on_s: number;
  readonly period_s: number;
}

/** n and p transistor of the inverter, and of the buffer. */
const LOGIC_WIDTH_M = 0.36e-6 + 0.12e-6 + 0.135e-6 + 0.09e-6;

/** Lines of the neuron; the system charges the synapses over the time that the inputs are on. */
export function neuronEnergy(
  design: OpampDesign,
  transistors: Transistors,
  { on_s, period_s, temperature_K }: Running,
): LedgerEntry[] {
  const { node, supplyVoltage_V, biasFactor, tailCurrent_A, outputCurrent_A } = design;
  const scaling = nodeScaling(node);
  const inverterCapacitance_F = design.inverterCapacitance_F * scaling.size * scaling.gateCapacitance;
  const offCurrent_A_m = design.offCurrent_A_m * offCurrentRatio(temperature_K, design.processCorner);
  const logicWidth_m = LOGIC_WIDTH_M * scaling.size;
  // Logic runs from at most 1.1 times the nominal supply, the highest its cells were simulated at.
  const logic = digitalSupplyAtNode_V(node);
  const logicSupply_V = Math.min(Math.max(supplyVoltage_V, logic.low), logic.high);
  const inverterCycle_J = fanoutOf4InverterAtNode(node, logicSupply_V).energyPerCycle_J;
  // Power of a current that goes with the on-current per width and the supply relative to the nominal one.
  const crowbar_W =
    design.inverterCrowbar_W *
    crowbarRelativeToOneVolt(supplyVoltage_V / scaling.supply) *
    scaling.size *
    scaling.supply;
  const entries: LedgerEntry[] = [
    {
      line: "neuron-static",
      energy_J: biasFactor * (tailCurrent_A + outputCurrent_A) * supplyVoltage_V * on_s,
      formula: "biasFactor * (tailCurrent_A + outputCurrent_A) * supplyVoltage_V * on_s",
      inputs: { biasFactor, tailCurrent_A, outputCurrent_A, supplyVoltage_V, on_s },
    },
    {
      line: "sense",
      energy_J: inverterCapacitance_F * supplyVoltage_V ** 2,
      formula: "inverterCapacitance_F * supplyVoltage_V^2",
      inputs: { inverterCapacitance_F, supplyVoltage_V },
    },
    {
      line: "sense",
      energy_J: crowbar_W * on_s,
      formula: "crowbar_W * on_s",
      inputs: { crowbar_W, on_s },
    },
    {
      line: "output-buffer",
      energy_J: inverterCycle_J,
      formula: "inverterCycle_J",
      inputs: { inverterCycle_J, logicSupply_V },
    },
    {
      line: "leakage",
      energy_J: offCurrent_A_m * logicWidth_m * logicSupply_V * period_s,
      formula: "offCurrent_A_m * logicWidth_m * logicSupply_V * period_s",
      inputs: { offCurrent_A_m, logicWidth_m, logicSupply_V, period_s },
    },
  ];
  if (design.betweenDecisions === "off") entries.push(biasClock(transistors, supplyVoltage_V, inverterCycle_J));
  return entries;
}

/** The gates of the current sources go from ground to their bias and back once a period, an inverter drives the switch. */
function biasClock({ tail, sink }: Transistors, supplyVoltage_V: number, inverterCycle_J: number): LedgerEntry {
  const biasGates_F = tail.gateSource_F + tail.gateDrain_F + sink.gateSource_F + sink.gateDrain_F;
  const gateSource_V = tail.gateSource_V;
  return {
    line: "clock",
    energy_J: biasGates_F * gateSource_V * supplyVoltage_V + inverterCycle_J,
    formula: "biasGates_F * gateSource_V * supplyVoltage_V + inverterCycle_J",
    inputs: { biasGates_F, gateSource_V, supplyVoltage_V, inverterCycle_J },
  };
}
