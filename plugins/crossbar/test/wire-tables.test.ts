import { defaultsOf } from "@neurofront/core";
import { copperResistivity_ohm_m } from "@neurofront/physics";
import { describe, expect, it } from "vitest";
import { crossbarParameters, crossbarPresets } from "../src/parameters.ts";
import { NEUROSIM_1_4 } from "../src/wire-tables.ts";
import { wires } from "../src/wires.ts";

/** Resistance of a cell at a pitch of two and of four widths, printed to three or four digits. */
const given = [
  { preset: "neurosim-2.1-65nm", cell_ohm: 0.237 },
  { preset: "neurosim-2.1-45nm", cell_ohm: 0.668 },
  { preset: "neurosim-2.1-32nm", cell_ohm: 1.061 },
  { preset: "neurosim-2.1-22nm", cell_ohm: 1.484 },
  { preset: "neurosim-2.1-14nm", cell_ohm: 2.459 },
  { preset: "neurosim-2.1-7nm", cell_ohm: 5.054 },
];
const fromGeometry = [
  { preset: "neurosim-1.4-65nm", two_ohm: 0.299, four_ohm: 0.599 },
  { preset: "neurosim-1.4-45nm", two_ohm: 0.416, four_ohm: 0.832 },
  { preset: "neurosim-1.4-32nm", two_ohm: 0.638, four_ohm: 1.277 },
  { preset: "neurosim-1.4-22nm", two_ohm: 0.928, four_ohm: 1.856 },
  { preset: "neurosim-1.4-14nm", two_ohm: 1.262, four_ohm: 2.524 },
  { preset: "neurosim-1.4-10nm", two_ohm: 2.32, four_ohm: 4.65 },
  { preset: "neurosim-1.4-7nm", two_ohm: 2.78, four_ohm: 5.56 },
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
  // From the printed resistivity, which has three digits: half a unit of 27.3 is 0.2 %, and the digits of the resistance.
  it.each(given)("$preset has the printed resistance of a cell", ({ preset, cell_ohm }) => {
    expect(Math.abs(cellResistance_ohm(preset, 2) / cell_ohm - 1)).toBeLessThan(0.003);
  });

  // From the law: 0.3 % of the resistivity and 0.3 % of rounding in the table.
  it.each(fromGeometry)("$preset has the printed resistance of a cell, two and four widths long", (row) => {
    expect(Math.abs(cellResistance_ohm(row.preset, 2) / row.two_ohm - 1)).toBeLessThan(0.006);
    expect(Math.abs(cellResistance_ohm(row.preset, 4) / row.four_ohm - 1)).toBeLessThan(0.006);
  });

  it.each(NEUROSIM_1_4)("the law of resistivity meets the $node_nm nm wire to 0.3 %", (wire) => {
    const law_ohm_m = copperResistivity_ohm_m(wire.width_m, wire.aspectRatio);
    expect(Math.abs(law_ohm_m / wire.resistivity_ohm_m - 1)).toBeLessThan(0.003);
  });
});
