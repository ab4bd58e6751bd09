import { boltzmann_J_K, domainWallDiffusivity_m2_s, kramersRate_Hz } from "@neurofront/physics";
import { expect, it } from "vitest";
import { readDisturbProbability, retention_s } from "../src/state-keeping.ts";
import { deviceOf, relativeError, workingOperation } from "./device.ts";

const device = deviceOf("A");
const operation = workingOperation(device);
/** A device that is driven over its pinning. */
const pinnedBy = (height: number, switchingCurrent_A: number): ReturnType<typeof workingOperation> =>
  workingOperation({
    ...device,
    pinning: "washboard",
    pinningBarrier_J: height * boltzmann_J_K * 300,
    switchingCurrent_A,
  });

it("an unpinned wall keeps its output for the time of diffusion to the middle, 0.4 ns", () => {
  const diffusion_s = 30e-9 ** 2 / (2 * domainWallDiffusivity_m2_s(operation.wall, 300));
  expect(relativeError(retention_s(operation, 300)!, diffusion_s)).toBeLessThan(1e-9);
  expect(relativeError(diffusion_s, 0.424e-9)).toBeLessThan(1e-3);
});

it("20 kT with one well at each end cost 34 uA and keep it until the inverse of Kramers' rate, to the order kT / V0", () => {
  const held = pinnedBy(20, 40e-6);
  const rate_Hz = kramersRate_Hz(held.wall, held.track.pinning, 300);
  // Half a well holds the wall, and on the top half of the walls return: 1 / (4 k) to the top.
  expect(relativeError(retention_s(held, 300)!, 1 / (4 * rate_Hz))).toBeLessThan(0.05);
});

it("grows with the barrier, and has no number at 0 K", () => {
  const times = [1, 5, 10, 20].map((height) => retention_s(pinnedBy(height, 40e-6), 300)!);
  expect(times).toEqual(times.toSorted((a, b) => a - b));
  expect(retention_s(operation, 0)).toBeUndefined();
});

it("during a read of 1 ns an unpinned wall often leaves its half, and the read current helps", () => {
  const chance = readDisturbProbability(device, operation, 300);
  const weaker = readDisturbProbability({ ...device, readVoltage_V: 0.1 }, operation, 300);
  expect(chance).toBeGreaterThan(weaker);
  expect(chance).toBeGreaterThan(0.2);
  expect(chance).toBeLessThan(0.7);
  expect(readDisturbProbability(device, operation, 0)).toBe(0);
});
