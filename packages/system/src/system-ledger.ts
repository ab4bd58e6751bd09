import type { LedgerEntry, Pool } from "@neurofront/core";
import { fanoutOf4Inverter45nm } from "@neurofront/physics";

/** Static energy of the synapses with their wires, drivers and neuron inputs, per neuron and decision. */
export function synapseStaticEntry(meanInputPower_W: number, neuronsPerArray: number, driven_s: number): LedgerEntry {
  return {
    line: "synapse-static",
    energy_J: (meanInputPower_W / neuronsPerArray) * driven_s,
    formula: "meanInputPower_W / neuronsPerArray * driven_s",
    inputs: { meanInputPower_W, neuronsPerArray, driven_s },
  };
}

/**
 * Loss of the converter that makes the input voltage: with efficiency V / (V + drop) the supply delivers E (1 + drop / V).
 */
export function supplyConversionEntry(
  synapseEnergy_J: number,
  inputVoltage_V: number,
  converterDrop_V: number,
): LedgerEntry {
  return {
    line: "supply-conversion",
    energy_J: (synapseEnergy_J * converterDrop_V) / inputVoltage_V,
    formula: "synapseEnergy_J * converterDrop_V / inputVoltage_V",
    inputs: { synapseEnergy_J, converterDrop_V, inputVoltage_V },
  };
}

/** Supply of the OR gates: the nominal one of the 45 nm technology. */
const LOGIC_SUPPLY_V = 1;

/** Part of the gate inputs that rise and fall again in one inference: half, as for random data. */
const POOL_ACTIVITY = 0.5;

/**
 * OR gates that join decisions: each gate input is charged as an inverter that drives four of its kind through one cycle. In
 * serial use the gate is a latch that any position sets; its clearing is in the cycle.
 */
export function poolingEntry(pool: Pool, positions: number): LedgerEntry {
  const gateInputs = pool.members.reduce((count, position) => count + (position >= 0 ? 1 : 0), 0) / positions;
  const { energyPerCycle_J } = fanoutOf4Inverter45nm(LOGIC_SUPPLY_V);
  return {
    line: "pooling",
    energy_J: gateInputs * POOL_ACTIVITY * energyPerCycle_J,
    formula: "gateInputs * activity * energyPerCycle_J",
    inputs: { gateInputs, activity: POOL_ACTIVITY, energyPerCycle_J },
  };
}

/** Time from the last decision of a layer to its joined ones: gates of two inputs one after the other. */
export function poolingDelay_s({ groupCount, members }: Pool): number {
  return Math.ceil(Math.log2(members.length / groupCount)) * fanoutOf4Inverter45nm(LOGIC_SUPPLY_V).delay_s;
}
