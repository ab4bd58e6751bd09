import type { LedgerEntry } from "@neurofront/core";
import { fanoutOf4Inverter45nm, meanReadCurrent_A } from "@neurofront/physics";
import { presetDrive } from "./charge-path.ts";
import { dividerOf, scalesOf } from "./device.ts";
import type { LsvDesign } from "./parameters.ts";

/** Every joule of the neuron itself in one decision. */
export function energyOf(design: LsvDesign): LedgerEntry[] {
  const { presetVoltage_V, presetEfficiency, presetDuration_s, readVoltage_V, readTime_s } = design;
  const { senseCapacitance_F, senseVoltage_V, clockCapacitance_F, switchGateCharge_C_m, logicVoltage_V } = design;
  const { presetSpinCurrent_A } = scalesOf(design);
  const { switchWidth_m } = presetDrive(design, presetSpinCurrent_A);
  const readCurrent_A = meanReadCurrent_A(dividerOf(design));
  const { energyPerCycle_J } = fanoutOf4Inverter45nm(logicVoltage_V);
  return [
    {
      line: "preset",
      energy_J: ((presetVoltage_V * presetSpinCurrent_A) / presetEfficiency) * presetDuration_s,
      formula: "presetVoltage_V * presetSpinCurrent_A / presetEfficiency * presetDuration_s",
      inputs: { presetVoltage_V, presetSpinCurrent_A, presetEfficiency, presetDuration_s },
    },
    {
      line: "read",
      energy_J: readVoltage_V * readCurrent_A * readTime_s,
      formula: "readVoltage_V * readCurrent_A * readTime_s",
      inputs: { readVoltage_V, readCurrent_A, readTime_s },
    },
    {
      line: "sense",
      energy_J: senseCapacitance_F * senseVoltage_V ** 2,
      formula: "senseCapacitance_F * senseVoltage_V^2",
      inputs: { senseCapacitance_F, senseVoltage_V },
    },
    {
      line: "clock",
      energy_J: clockCapacitance_F * logicVoltage_V ** 2 + switchGateCharge_C_m * switchWidth_m * logicVoltage_V,
      formula: "clockCapacitance_F * logicVoltage_V^2 + switchGateCharge_C_m * switchWidth_m * logicVoltage_V",
      inputs: { clockCapacitance_F, logicVoltage_V, switchGateCharge_C_m, switchWidth_m },
    },
    {
      line: "output-buffer",
      energy_J: energyPerCycle_J,
      formula: "energyPerCycle_J",
      inputs: { energyPerCycle_J, logicVoltage_V },
    },
  ];
}
