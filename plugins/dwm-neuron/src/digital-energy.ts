import type { LedgerEntry } from "@neurofront/core";
import { fanoutOf4Inverter45nm } from "@neurofront/physics";
import type { DwmDesign } from "./parameters.ts";

/** The design parameters of the CMOS around the magnet. */
export type DigitalDesign = Pick<
  DwmDesign,
  "senseCapacitance_F" | "senseVoltage_V" | "clockCapacitance_F" | "logicVoltage_V"
>;

/**
 * Lines of the sensing inverter, the clock and the output buffer: one inverter with a fan-out of four that goes through a full
 * cycle in every decision, an upper bound.
 */
export function digitalEnergy(design: DigitalDesign): LedgerEntry[] {
  const { senseCapacitance_F, senseVoltage_V, clockCapacitance_F, logicVoltage_V } = design;
  const { energyPerCycle_J } = fanoutOf4Inverter45nm(logicVoltage_V);
  return [
    {
      line: "sense",
      energy_J: senseCapacitance_F * senseVoltage_V ** 2,
      formula: "senseCapacitance_F * senseVoltage_V^2",
      inputs: { senseCapacitance_F, senseVoltage_V },
    },
    {
      line: "clock",
      energy_J: clockCapacitance_F * logicVoltage_V ** 2,
      formula: "clockCapacitance_F * logicVoltage_V^2",
      inputs: { clockCapacitance_F, logicVoltage_V },
    },
    {
      line: "output-buffer",
      energy_J: energyPerCycle_J,
      formula: "energyPerCycle_J",
      inputs: { energyPerCycle_J, logicVoltage_V },
    },
  ];
}
