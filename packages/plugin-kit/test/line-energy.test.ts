import { expect, it } from "vitest";
import { inputLatches, wireCharging } from "../src/line-energy.ts";

const lines = {
  rowsPerNeuron: 2,
  activity: 0.5,
  rowCapacitance_F: 3e-15,
  inputVoltage_V: 0.1,
  columnCapacitance_F: 5e-15,
  columnVoltageSquare_V2: 4e-4,
};

it.each([
  ["rows and columns", {}, 2 * 0.5 * 3e-15 * 0.01 + 5e-15 * 4e-4],
  ["rows alone", { columnVoltageSquare_V2: 0 }, 3e-17],
  ["columns alone", { activity: 0 }, 2e-18],
])("wires take C V^2: %s", (_what, change, energy_J) => {
  const entry = wireCharging({ ...lines, ...change });
  // Rounding of a sum of two products.
  expect(entry.energy_J / energy_J).toBeCloseTo(1, 12);
  expect(entry.line).toBe("wire-charging");
});

it("the flip-flops of the inputs are shared by the neurons", () => {
  expect(inputLatches({ inputCount: 26, outputCount: 13 }, 3.5e-15).energy_J).toBe(7e-15);
});
