import { meanReadCurrent_A, mtjDividerState, referenceResistance_ohm } from "@neurofront/physics";
import { expect, it } from "vitest";
import {
  dividerOf,
  nodeEnergy,
  readEnergy,
  readErrorProbability,
  readSwing_V,
  readTimeConstant_s,
} from "../src/read-path.ts";
import { deviceOf, relativeError } from "./device.ts";

// Arithmetic for a junction without bias roll-off and R_P = 471.4 kohm; the tolerances are the printed digits.
const ideal = deviceOf("A", { halfTmrVoltage_V: 1000, resistanceArea_ohm_m2: 471.4e3 * 60e-9 * 20e-9 });
const divider = dividerOf(ideal);
const parallel = mtjDividerState(divider, 1);
const antiparallel = mtjDividerState(divider, 0);

it.each([
  ["parallel resistance", parallel.junction_ohm, 471.4e3, 1e-9],
  ["reference", referenceResistance_ohm(divider), 666.7e3, 1e-4],
  ["mean read current", meanReadCurrent_A(divider), 0.3e-6, 1e-4],
  ["parallel current", parallel.readCurrent_A, 0.3515e-6, 2e-4],
  ["antiparallel current", antiparallel.readCurrent_A, 0.2485e-6, 2e-4],
  ["parallel voltage", parallel.midVoltage_V, 0.1657, 2e-4],
  ["antiparallel voltage", antiparallel.midVoltage_V, 0.2343, 2e-4],
  ["swing", readSwing_V(divider), 68.6e-3, 1e-3],
  [
    "swing at a magnetoresistance of 1.5",
    readSwing_V(dividerOf({ ...ideal, tunnelMagnetoresistance: 1.5 })),
    90.1e-3,
    1e-3,
  ],
  ["slower node resistance", readTimeConstant_s(divider) / ideal.readNodeCapacitance_F, 390.5e3, 2e-4],
  ["faster node resistance", parallel.timeConstant_s / ideal.readNodeCapacitance_F, 276.1e3, 2e-4],
  ["read error at 15 mV", readErrorProbability(ideal), 1.1e-2, 0.02],
  // 0.3 fF (0.1657^2 + 0.2343^2) / 2 V^2.
  ["charging of the node", nodeEnergy(ideal).energy_J, 1.2353e-17, 1e-3],
  ["read energy", readEnergy(ideal).energy_J, 0.12e-15, 1e-4],
])("%s", (_quantity, found, expected, tolerance) => {
  expect(relativeError(found, expected)).toBeLessThan(tolerance);
});

it("the default junction, with roll-off, still draws the paper's 0.3 uA and 0.12 fJ", () => {
  expect(relativeError(meanReadCurrent_A(dividerOf(deviceOf("A"))), 0.3e-6)).toBeLessThan(2e-4);
  expect(relativeError(readEnergy(deviceOf("A")).energy_J, 0.12e-15)).toBeLessThan(2e-4);
});

it("3 time constants fit into 1 ns up to 0.85 fF", () => {
  const settling_s = (capacitance_F: number): number =>
    3 * readTimeConstant_s(dividerOf({ ...ideal, readNodeCapacitance_F: capacitance_F }));
  expect(settling_s(0.85e-15)).toBeLessThan(1e-9);
  expect(settling_s(0.86e-15)).toBeGreaterThan(1e-9);
});
