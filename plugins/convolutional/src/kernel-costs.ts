import type { AreaEntry, ArrayLoad, Design, LedgerEntry } from "@neurofront/core";
import type { RowSwitch } from "@neurofront/physics";
import type { convolutionalParameters } from "./parameters.ts";
import type { WindowTraffic } from "./window-traffic.ts";

/** Part of the activations that differ from the one that was on the same wire before: independent random bits. */
const TOGGLED = 0.5;

/** Registers at the rows, the buffer, and the wires from the one to the other, shared by the kernels. */
export function windowEnergy(
  design: Design<typeof convolutionalParameters>,
  { inputCount, outputCount }: Pick<ArrayLoad, "inputCount" | "outputCount">,
  { fetchedPerPosition }: WindowTraffic,
  busLength_m: number,
): LedgerEntry[] {
  const { inputLatchEnergy_J, bufferEnergy_J, wireCapacitance_F_m, driverGateVoltage_V } = design;
  const registersPerNeuron = inputCount / outputCount;
  const fetchedPerNeuron = fetchedPerPosition / outputCount;
  return [
    {
      line: "input-latch",
      energy_J: registersPerNeuron * inputLatchEnergy_J + (fetchedPerNeuron + 1) * bufferEnergy_J,
      formula: "registersPerNeuron * inputLatchEnergy_J + (fetchedPerNeuron + 1) * bufferEnergy_J",
      inputs: { registersPerNeuron, inputLatchEnergy_J, fetchedPerNeuron, bufferEnergy_J },
    },
    {
      line: "wire-charging",
      energy_J: fetchedPerNeuron * TOGGLED * wireCapacitance_F_m * busLength_m * driverGateVoltage_V ** 2,
      formula: "fetchedPerNeuron * toggled * wireCapacitance_F_m * busLength_m * driverGateVoltage_V^2",
      inputs: { fetchedPerNeuron, toggled: TOGGLED, wireCapacitance_F_m, busLength_m, driverGateVoltage_V },
    },
  ];
}

/** Registers that hold the numbers of the converters until they are added, of one kernel. */
export function partialSumRegisters(
  { inputLatchEnergy_J, registerArea_m2, converterBits }: Design<typeof convolutionalParameters>,
  converters: number,
): { readonly energy: LedgerEntry; readonly area: AreaEntry } {
  return {
    energy: {
      line: "sense",
      energy_J: converters * converterBits * inputLatchEnergy_J,
      formula: "converters * converterBits * inputLatchEnergy_J",
      inputs: { converters, converterBits, inputLatchEnergy_J },
    },
    area: {
      part: "partial sum registers",
      area_m2: converters * converterBits * registerArea_m2,
      formula: "converters * converterBits * registerArea_m2",
    },
  };
}

/** Cells, drivers and window registers of one array, and its part of the buffer, per kernel. */
export function kernelArea(
  design: Design<typeof convolutionalParameters>,
  { inputCount, outputCount }: Pick<ArrayLoad, "inputCount" | "outputCount">,
  driver: RowSwitch,
  { copies, stored }: WindowTraffic,
  sizes: { readonly pitch_m: number; readonly columnTiles: number },
): AreaEntry[] {
  const rows = 2 * inputCount;
  return [
    { part: "synapse cells", area_m2: rows * sizes.pitch_m ** 2, formula: "rows * pitch_m^2" },
    {
      part: "row drivers",
      area_m2: ((rows * sizes.columnTiles) / outputCount) * 2 * driver.switchWidth_m * design.contactedGatePitch_m,
      formula: "rows * column tiles / kernels * 2 * switchWidth_m * contactedGatePitch_m",
    },
    {
      part: "window registers",
      area_m2: (inputCount / outputCount) * design.registerArea_m2,
      formula: "inputs / kernels * registerArea_m2",
    },
    {
      part: "activation buffer",
      area_m2: (stored / (copies * outputCount)) * design.registerArea_m2,
      formula: "stored activations / (copies * kernels) * registerArea_m2",
    },
  ];
}
