import { defaultsOf } from "@neurofront/core";
import { describe, expect, it } from "vitest";
import { crossbarParameters, crossbarPresets } from "../src/parameters.ts";
import { copperResistivity_ohm_m } from "../src/wire-resistance.ts";
import { NEUROSIM_1_4 } from "../src/wire-tables.ts";
import { wires } from "../src/wires.ts";

/** Resistance of a cell at a pitch of two and of four widths, printed to three or four digits. */
const printed = [
  { preset: "neurosim-2.1-65nm", two: 0.237, four: undefined },
  { preset: "neurosim-2.1-45nm", two: 0.668, four: undefined },
  { preset: "neurosim-2.1-32nm", two: 1.061, four: undefined },
  { preset: "neurosim-2.1-22nm", two: 1.484, four: undefined },
  { preset: "neurosim-2.1-14nm", two: 2.459, four: undefined },
  { preset: "neurosim-2.1-7nm", two: 5.054, four: undefined },
  { preset: "neurosim-1.4-65nm", two: 0.299, four: 0.599 },
  { preset: "neurosim-1.4-45nm", two: 0.416, four: 0.832 },
  { preset: "neurosim-1.4-32nm", two: 0.638, four: 1.277 },
  { preset: "neurosim-1.4-22nm", two: 0.928, four: 1.856 },
  { preset: "neurosim-1.4-14nm", two: 1.262, four: 2.524 },
  { preset: "neurosim-1.4-10nm", two: 2.32, four: 4.65 },
  { preset: "neurosim-1.4-7nm", two: 2.78, four: 5.56 },
];

function cellResistance_ohm(preset: string, pitchFactor: number): number {
  const { values } = crossbarPresets[preset]!;
  const line = wires(
    { ...defaultsOf(crossbarParameters), ...values, pitchFactor },
    { temperature_K: 300, synapsePitch_m: 0, synapseCapacitance_F: 0 },
  );
  if ("kind" in line) throw new Error(line.message);
  return line.cellResistance_ohm;
}

describe("presets of wires", () => {
  // Version 2.1 with the printed resistivity: half a unit of the last digit. Version 1.4 with the law: 0.3 % and the digits.
  it.each(printed)("$preset has the printed resistance of a cell", ({ preset, two, four }) => {
    const tolerance = preset.includes("1.4") ? 0.006 : 0.003;
    expect(Math.abs(cellResistance_ohm(preset, 2) / two - 1)).toBeLessThan(tolerance);
    if (four !== undefined) expect(Math.abs(cellResistance_ohm(preset, 4) / four - 1)).toBeLessThan(tolerance);
  });

  it.each(NEUROSIM_1_4)("the law of resistivity meets the $node_nm nm wire to 0.3 %", (wire) => {
    const law_ohm_m = copperResistivity_ohm_m(wire.width_m, wire.aspectRatio);
    expect(Math.abs(law_ohm_m / wire.resistivity_ohm_m - 1)).toBeLessThan(0.003);
  });
});
