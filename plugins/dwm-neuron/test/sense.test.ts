import { expect, it } from "vitest";
import { readDuration_s, readEnergy, readErrorProbability } from "../src/read-path.ts";
import { comparisonSpread_V, digitalEnergy, inverterCount } from "../src/sense.ts";
import { deviceOf, relativeError } from "./device.ts";

const inverter = deviceOf("A");
const latch = deviceOf("A", { sense: "latch" });
const senseEnergy_J = (device: typeof inverter): number =>
  digitalEnergy(device).find(({ line }) => line === "sense")!.energy_J;

it("the inverter switches 1.25 fF at 0.4 V, the paper's 0.2 fJ; the latch 3 fF at 1 V", () => {
  expect(relativeError(senseEnergy_J(inverter), 0.2e-15)).toBeLessThan(1e-9);
  expect(relativeError(senseEnergy_J(latch), 3e-15)).toBeLessThan(1e-9);
});

it("a latch compares with its own offset, and takes its time after the read", () => {
  expect([comparisonSpread_V(inverter), comparisonSpread_V(latch)]).toEqual([15e-3, 10e-3]);
  expect([readDuration_s(inverter), readDuration_s(latch)]).toEqual([1e-9, 1.05e-9]);
  expect(relativeError(readEnergy(latch).energy_J / readEnergy(inverter).energy_J, 1.05)).toBeLessThan(1e-9);
  // The same swing over a smaller spread.
  expect(readErrorProbability(latch)).toBeLessThan(readErrorProbability(inverter));
});

it("buffer and inverter are two inverters, buffer and latch seven", () => {
  expect([inverterCount(inverter), inverterCount(latch)]).toEqual([2, 7]);
});
