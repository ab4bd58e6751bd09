import { defaultsOf } from "@neurofront/core";
import type { ArrayLoad } from "@neurofront/core";
import { expect, it } from "vitest";
import { areaPerNeuron, lineEnergy } from "../src/line-costs.ts";
import { cellularParameters } from "../src/parameters.ts";

const design = defaultsOf(cellularParameters);
const driver = { switchWidth_m: 0.5e-6, gateCharge_C: 0.6e-15, offCurrent_A: 50e-9 };
const lines = {
  rowsPerNeuron: 20,
  rowCapacitance_F: 1e-15,
  columnCapacitance_F: 2e-15,
  columnVoltageSquare_V2: 1e-4,
  cellPitch_m: 100e-9,
};
const load: ArrayLoad = {
  inputCount: 10,
  outputCount: 5,
  conductance_S: new Float64Array(100),
  patterns: new Float64Array(10),
  patternCount: 1,
  inputVoltage_V: 0.1,
  neuronInputResistance_ohm: 100,
  temperature_K: 300,
  synapsePitch_m: 100e-9,
  synapseCapacitance_F: 0.1e-15,
  cycle_s: 1e-9,
};

// By hand: 20 rows, half of them switching, at 1 V on the gates and 0.1 V on the lines.
it.each([
  ["row-drivers", 20 * 0.5 * 0.6e-15],
  ["driver-leakage", 20 * 50e-9 * 1e-9],
  ["input-latch", 2 * 3.5e-15],
  ["wire-charging", 20 * 0.5 * 1e-15 * 0.01 + 2e-15 * 1e-4],
])("charges %s", (name, expected_J) => {
  const entry = lineEnergy(design, load, driver, lines).find(({ line }) => line === name);
  expect(entry!.energy_J / expected_J).toBeCloseTo(1, 12);
});

it("counts synapses and both switches of each row segment", () => {
  const [cells, switches] = areaPerNeuron(design, driver, lines);
  expect(cells!.area_m2 / 0.2e-12).toBeCloseTo(1, 12);
  expect(switches!.area_m2 / (20 * 2 * 0.5e-6 * 180e-9)).toBeCloseTo(1, 12);
});
