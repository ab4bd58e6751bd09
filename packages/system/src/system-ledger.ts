import type { LedgerEntry } from "@neurofront/core";

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
