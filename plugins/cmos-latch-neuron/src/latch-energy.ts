import type { LedgerEntry } from "@neurofront/core";
import { digitalSupplyAtNode_V, fanoutOf4InverterAtNode, nodeScaling, offCurrentRatio } from "@neurofront/physics";
import type { LatchDesign } from "./parameters.ts";

/**
 * Energy from the supply in one decision, (e0 + e1 W) (V/1 V)^2.2: fit of ngspice runs at a clock of 1 GHz with pairs of
 * 0.25 um to 2 um at 45 nm (e1 = 7.8 fJ/um) and 1 um and 2 um at 90 nm (7.3 fJ/um) from 0.7 V to 1.1 V.
 */
const FIXED_J = 1.4e-15;
const PER_WIDTH_AT_45NM_J_M = 7.8e-9;
const PER_WIDTH_AT_90NM_J_M = 7.3e-9;

/** Clocked gates, 0.57 fJ per um of pair at 1 V in the same runs. */
const CLOCK_GATES_F_M = 0.57e-9;

/** Period of the runs: their energy has the leakage of that time in it. */
const SIMULATED_PERIOD_S = 1e-9;

/** n and p transistors of the set-reset latch and the buffer, about three inverters of 90 nm and 135 nm. */
const LOGIC_WIDTH_M = 3 * 0.225e-6;

/** Lines of the neuron; the system charges the synapses while the node settles and the latch decides. */
export function neuronEnergy(design: LatchDesign, cycle_s: number, temperature_K: number): LedgerEntry[] {
  const { node, pairWidth_m, pairLength_m, supplyVoltage_V, clockWireCapacitance_F, layoutDerate } = design;
  const scaling = nodeScaling(node);
  const { gateCapacitance } = scaling;
  const relativeSupply = supplyVoltage_V / scaling.supply;
  // C V^2 of the node at the same relative supply, and layout.
  const factor = layoutDerate * scaling.energyPerWidth;
  const clockGates_F_m = CLOCK_GATES_F_M * gateCapacitance;
  const fixed_J = FIXED_J * scaling.size;
  const offCurrent_A_m = design.offCurrent_A_m * offCurrentRatio(temperature_K, design.processCorner);
  const logicWidth_m = LOGIC_WIDTH_M * scaling.size;
  const share = (pairLength_m - 45e-9) / 45e-9;
  const perWidth_J_m = PER_WIDTH_AT_45NM_J_M + share * (PER_WIDTH_AT_90NM_J_M - PER_WIDTH_AT_45NM_J_M);
  const logic = digitalSupplyAtNode_V(node);
  const logicSupply_V = Math.min(Math.max(supplyVoltage_V, logic.low), logic.high);
  const inverterCycle_J = fanoutOf4InverterAtNode(node, logicSupply_V).energyPerCycle_J;
  const unsimulated_s = Math.max(0, cycle_s - SIMULATED_PERIOD_S);
  return [
    {
      line: "sense",
      energy_J: factor * (fixed_J + perWidth_J_m * pairWidth_m) * relativeSupply ** 2.2,
      formula: "factor * (fixed_J + perWidth_J_m * pairWidth_m) * relativeSupply^2.2",
      inputs: { factor, fixed_J, perWidth_J_m, pairWidth_m, relativeSupply },
    },
    {
      line: "clock",
      energy_J: (clockGates_F_m * pairWidth_m + clockWireCapacitance_F) * supplyVoltage_V ** 2,
      formula: "(clockGates_F_m * pairWidth_m + clockWireCapacitance_F) * supplyVoltage_V^2",
      inputs: { clockGates_F_m, pairWidth_m, clockWireCapacitance_F, supplyVoltage_V },
    },
    {
      line: "output-buffer",
      // The set-reset latch that holds the output while the latch precharges counts as one more inverter.
      energy_J: 2 * inverterCycle_J,
      formula: "2 * inverterCycle_J",
      inputs: { inverterCycle_J, logicSupply_V },
    },
    {
      line: "leakage",
      // Through the tail transistor, off while the latch precharges, as far as the runs do not contain it.
      energy_J: offCurrent_A_m * supplyVoltage_V * (2 * pairWidth_m * unsimulated_s + logicWidth_m * cycle_s),
      formula: "offCurrent_A_m * supplyVoltage_V * (2 * pairWidth_m * unsimulated_s + logicWidth_m * cycle_s)",
      inputs: {
        offCurrent_A_m,
        supplyVoltage_V,
        pairWidth_m,
        unsimulated_s,
        logicWidth_m,
        cycle_s,
      },
    },
  ];
}
