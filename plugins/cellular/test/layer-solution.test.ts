import type { ArrayLoad } from "@neurofront/core";
import { expect, it } from "vitest";
import { solveNeighbourhoods } from "../src/layer-solution.ts";

/** Two inputs, two neurons; neuron 0 sees input 0, neuron 1 both. */
const load: ArrayLoad = {
  inputCount: 2,
  outputCount: 2,
  conductance_S: Float64Array.of(3e-4, 1e-4, 1e-4, 2e-4, 5e-4, 4e-4, 5e-4, 3e-4),
  patterns: Float64Array.of(1, -1, 0.5, 0),
  patternCount: 2,
  inputVoltage_V: 0.1,
  neuronInputResistance_ohm: 0,
  temperature_K: 300,
  synapsePitch_m: 100e-9,
  synapseCapacitance_F: 0.1e-15,
  cycle_s: 1e-9,
};
const near = [
  [{ input: 0, distance: 0 }],
  [
    { input: 0, distance: 1 },
    { input: 1, distance: 0 },
  ],
];
const free = { driverResistance_ohm: 0, rowResistance_ohm: () => 0, segmentResistance_ohm: 0 };

it("takes the conductances of the connected pairs as they are when nothing resists", () => {
  const solution = solveNeighbourhoods(load, near, free)!;
  expect([...solution.currentTransfer_S]).toEqual([3e-4, 1e-4, 1e-4, 2e-4, 0, 4e-4, 0, 3e-4]);
  // V^2 times the connected conductances, 1.4 mS in the first pattern; 0.7 mS at half of the voltage in the second.
  expect(solution.inputPower_W[0]! / (0.01 * 1.4e-3)).toBeCloseTo(1, 12);
  expect(solution.inputPower_W[1]! / (0.0025 * 0.7e-3)).toBeCloseTo(1, 12);
  expect(solution.builtConductance_S).toBeCloseTo(1.4e-3, 12);
  expect(solution.columnVoltageSquare_V2).toBe(0);
});

it("puts driver and row wire in series with the synapse, the wire by its distance", () => {
  const lines = { ...free, driverResistance_ohm: 200, rowResistance_ohm: (distance: number) => 300 * (1 + distance) };
  const { currentTransfer_S } = solveNeighbourhoods(load, near, lines)!;
  expect(currentTransfer_S[0]! / (1 / (1 / 3e-4 + 500))).toBeCloseTo(1, 12);
  expect(currentTransfer_S[1]! / (1 / (1 / 1e-4 + 800))).toBeCloseTo(1, 12);
});

it("multiplies the voltage of a floating column by the conductance of its connected synapses", () => {
  const { currentTransfer_S } = solveNeighbourhoods({ ...load, neuronInputResistance_ohm: Infinity }, near, free)!;
  expect(currentTransfer_S[0]! / 3e-4).toBeCloseTo(1, 12);
  expect(currentTransfer_S[7]! / 3e-4).toBeCloseTo(1, 12);
});
