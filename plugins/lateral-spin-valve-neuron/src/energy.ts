import type { LedgerEntry } from "@neurofront/core";
import { meanReadCurrent_A } from "@neurofront/physics";
import { presetDrive } from "./charge-path.ts";
import { dividerOf, scalesOf } from "./device.ts";
import type { LsvDesign } from "./parameters.ts";

/**
 * Capacitance that an inverter of 90 nm and 135 nm with a fan-out of four switches in one cycle: energy over voltage squared,
 * straight line through SPICE runs of the 45 nm high-performance card of the Predictive Technology Model between 0.6 V and
 * 1.1 V (0.59, 0.82, 1.09, 1.41, 1.76, 2.18 fJ every 0.1 V), within 1 %.
 */
function fanOutOfFourCapacitance_F(logicVoltage_V: number): number {
  return 1.443e-15 + 0.326e-15 * logicVoltage_V;
}

/** Every joule of the neuron itself in one decision. */
export function energyOf(design: LsvDesign): LedgerEntry[] {
  const { presetVoltage_V, presetEfficiency, presetDuration_s, readVoltage_V, readTime_s } = design;
  const { senseCapacitance_F, senseVoltage_V, clockCapacitance_F, switchGateCharge_C_m, logicVoltage_V } = design;
  const { presetSpinCurrent_A } = scalesOf(design);
  const { switchWidth_m } = presetDrive(design, presetSpinCurrent_A);
  const readCurrent_A = meanReadCurrent_A(dividerOf(design));
  const bufferCapacitance_F = fanOutOfFourCapacitance_F(logicVoltage_V);
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
      energy_J: bufferCapacitance_F * logicVoltage_V ** 2,
      formula: "bufferCapacitance_F * logicVoltage_V^2",
      inputs: { bufferCapacitance_F, logicVoltage_V },
    },
  ];
}
