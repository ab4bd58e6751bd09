import type { LedgerEntry } from "@neurofront/core";
import { fanoutOf4Inverter45nm } from "@neurofront/physics";
import type { DwmDesign } from "./parameters.ts";

/** The design parameters of the CMOS around the magnet. */
export type SenseDesign = Pick<
  DwmDesign,
  | "sense"
  | "senseCapacitance_F"
  | "senseVoltage_V"
  | "senseThresholdSpread_V"
  | "latchCapacitance_F"
  | "latchOffsetSpread_V"
  | "latchTime_s"
  | "clockCapacitance_F"
  | "logicVoltage_V"
>;

/** Standard deviation, device to device, of the voltage with which the node between junction and reference is compared. */
export function comparisonSpread_V(
  design: Pick<SenseDesign, "sense" | "senseThresholdSpread_V" | "latchOffsetSpread_V">,
): number {
  return design.sense === "latch" ? design.latchOffsetSpread_V : design.senseThresholdSpread_V;
}

/** What the latch adds to the read; an inverter decides while the node settles. */
export function latchingTime_s({ sense, latchTime_s }: Pick<SenseDesign, "sense" | "latchTime_s">): number {
  return sense === "latch" ? latchTime_s : 0;
}

/** Inverters of the minimum size whose area sense and output buffer take; a latch takes that of six. */
export function inverterCount({ sense }: Pick<SenseDesign, "sense">): number {
  return sense === "latch" ? 7 : 2;
}

/**
 * Lines of the sensing inverter or latch, the clock and the output buffer: one inverter with a fan-out of four that goes
 * through a full cycle in every decision, an upper bound.
 */
export function digitalEnergy(design: SenseDesign): LedgerEntry[] {
  const { clockCapacitance_F, logicVoltage_V } = design;
  const { energyPerCycle_J } = fanoutOf4Inverter45nm(logicVoltage_V);
  return [
    senseEnergy(design),
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

function senseEnergy(design: SenseDesign): LedgerEntry {
  const { senseCapacitance_F, senseVoltage_V, latchCapacitance_F, logicVoltage_V } = design;
  if (design.sense === "latch") {
    return {
      line: "sense",
      energy_J: latchCapacitance_F * logicVoltage_V ** 2,
      formula: "latchCapacitance_F * logicVoltage_V^2",
      inputs: { latchCapacitance_F, logicVoltage_V },
    };
  }
  return {
    line: "sense",
    energy_J: senseCapacitance_F * senseVoltage_V ** 2,
    formula: "senseCapacitance_F * senseVoltage_V^2",
    inputs: { senseCapacitance_F, senseVoltage_V },
  };
}
