import type { LedgerEntry } from "@neurofront/core";
import { fanoutOf4Inverter45nm, meanReadCurrent_A, mtjDividerState, nodeChargingEnergy_J } from "@neurofront/physics";
import { presetDrive } from "./charge-path.ts";
import { dividerOf, scalesOf } from "./device.ts";
import type { LsvDesign } from "./parameters.ts";

/** Every joule of the neuron itself in one decision. */
export function energyOf(design: LsvDesign): LedgerEntry[] {
  const { readVoltage_V, readTime_s, senseCapacitance_F, senseVoltage_V, logicVoltage_V } = design;
  const divider = dividerOf(design);
  const readCurrent_A = meanReadCurrent_A(divider);
  const { energyPerCycle_J } = fanoutOf4Inverter45nm(logicVoltage_V);
  return [
    ...(design.clocking === "bennett" ? presetEnergyOf(design) : []),
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
    ...clockEnergyOf(design),
    {
      line: "output-buffer",
      energy_J: energyPerCycle_J,
      formula: "energyPerCycle_J",
      inputs: { energyPerCycle_J, logicVoltage_V },
    },
  ];
}

/** The preset current over its duration and, falling linearly, half of its fall. */
function presetEnergyOf(design: LsvDesign): LedgerEntry[] {
  const { presetVoltage_V, presetEfficiency, presetDuration_s, presetFallTime_s } = design;
  const { presetSpinCurrent_A } = scalesOf(design);
  const inputs = { presetVoltage_V, presetSpinCurrent_A, presetEfficiency, presetDuration_s };
  const power_W = (presetVoltage_V * presetSpinCurrent_A) / presetEfficiency;
  return presetFallTime_s === 0
    ? [
        {
          line: "preset",
          energy_J: power_W * presetDuration_s,
          formula: "presetVoltage_V * presetSpinCurrent_A / presetEfficiency * presetDuration_s",
          inputs,
        },
      ]
    : [
        {
          line: "preset",
          energy_J: power_W * (presetDuration_s + presetFallTime_s / 2),
          formula:
            "presetVoltage_V * presetSpinCurrent_A / presetEfficiency * (presetDuration_s + presetFallTime_s / 2)",
          inputs: { ...inputs, presetFallTime_s },
        },
      ];
}

/** Clock gates; with a preset also the gate of its switch. */
function clockEnergyOf(design: LsvDesign): LedgerEntry[] {
  const { clockCapacitance_F, switchGateCharge_C_m, logicVoltage_V } = design;
  if (design.clocking === "none")
    return [
      {
        line: "clock",
        energy_J: clockCapacitance_F * logicVoltage_V ** 2,
        formula: "clockCapacitance_F * logicVoltage_V^2",
        inputs: { clockCapacitance_F, logicVoltage_V },
      },
    ];
  const { switchWidth_m } = presetDrive(design, scalesOf(design).presetSpinCurrent_A);
  return [
    {
      line: "clock",
      energy_J: clockCapacitance_F * logicVoltage_V ** 2 + switchGateCharge_C_m * switchWidth_m * logicVoltage_V,
      formula: "clockCapacitance_F * logicVoltage_V^2 + switchGateCharge_C_m * switchWidth_m * logicVoltage_V",
      inputs: { clockCapacitance_F, logicVoltage_V, switchGateCharge_C_m, switchWidth_m },
    },
  ];
}
