import type { LedgerEntry } from "@neurofront/core";
import { fanoutOf4Inverter45nm, meanReadCurrent_A, mtjDividerState, nodeChargingEnergy_J } from "@neurofront/physics";
import { dividerOf, readSwitchWidth_m, scalesOf } from "./device.ts";
import type { SheMtjDesign } from "./parameters.ts";
import { presetDrive } from "./preset-drive.ts";

/** Every joule of the neuron itself in one decision of length `cycle_s`. */
export function energyOf(design: SheMtjDesign, cycle_s: number): LedgerEntry[] {
  const { presetVoltage_V, presetDuration_s, readVoltage_V, readTime_s, senseCapacitance_F, senseVoltage_V } = design;
  const { clockCapacitance_F, switchGateCharge_C_m, inputSwitchWidth_m, logicVoltage_V, switchLeakage_A_m } = design;
  const drive = presetDrive(design, scalesOf(design).presetSpinCurrent_A);
  const divider = dividerOf(design);
  const readCurrent_A = meanReadCurrent_A(divider);
  const { energyPerCycle_J } = fanoutOf4Inverter45nm(logicVoltage_V);
  const presetSwitchWidth_m = drive.switchWidth_m;
  const readSwitch_m = readSwitchWidth_m(design);
  return [
    {
      line: "preset",
      energy_J: presetVoltage_V * drive.current_A * presetDuration_s,
      formula: "presetVoltage_V * presetCurrent_A * presetDuration_s",
      inputs: { presetVoltage_V, presetCurrent_A: drive.current_A, presetDuration_s },
    },
    {
      line: "read",
      energy_J: readVoltage_V * readCurrent_A * readTime_s,
      formula: "readVoltage_V * readCurrent_A * readTime_s",
      inputs: { readVoltage_V, readCurrent_A, readTime_s },
    },
    {
      line: "read-node",
      energy_J: nodeChargingEnergy_J(divider),
      formula: "readNodeCapacitance_F * (parallelVoltage_V^2 + antiparallelVoltage_V^2) / 2",
      inputs: {
        readNodeCapacitance_F: divider.nodeCapacitance_F,
        parallelVoltage_V: mtjDividerState(divider, 1).midVoltage_V,
        antiparallelVoltage_V: mtjDividerState(divider, 0).midVoltage_V,
      },
    },
    {
      line: "sense",
      energy_J: senseCapacitance_F * senseVoltage_V ** 2,
      formula: "senseCapacitance_F * senseVoltage_V^2",
      inputs: { senseCapacitance_F, senseVoltage_V },
    },
    {
      line: "clock",
      energy_J:
        clockCapacitance_F * logicVoltage_V ** 2 +
        switchGateCharge_C_m * (3 * presetSwitchWidth_m + inputSwitchWidth_m + readSwitch_m) * logicVoltage_V,
      formula:
        "clockCapacitance_F * logicVoltage_V^2 + switchGateCharge_C_m * (3 * presetSwitchWidth_m + inputSwitchWidth_m + readSwitchWidth_m) * logicVoltage_V",
      inputs: {
        clockCapacitance_F,
        logicVoltage_V,
        switchGateCharge_C_m,
        presetSwitchWidth_m,
        inputSwitchWidth_m,
        readSwitchWidth_m: readSwitch_m,
      },
    },
    {
      line: "output-buffer",
      energy_J: energyPerCycle_J,
      formula: "energyPerCycle_J",
      inputs: { energyPerCycle_J, logicVoltage_V },
    },
    {
      line: "leakage",
      energy_J: switchLeakage_A_m * presetSwitchWidth_m * presetVoltage_V * cycle_s,
      formula: "switchLeakage_A_m * presetSwitchWidth_m * presetVoltage_V * cycle_s",
      inputs: { switchLeakage_A_m, presetSwitchWidth_m, presetVoltage_V, cycle_s },
    },
  ];
}
