import { describe, expect, it } from "vitest";
import { crossingErrorOf } from "../src/decision-error.ts";
import { isSimulated, langevinErrorsOf, langevinStep_s, simulatedErrorProbability } from "../src/langevin-error.ts";
import { crossingErrorProbability } from "../src/write-error.ts";
import { deviceOf, workingOperation } from "./device.ts";

const device = deviceOf("A", { fidelity: "langevin" });
const operation = workingOperation(device);
const errors = langevinErrorsOf(device, operation, 300);
const errorAt = crossingErrorOf(device, operation, 300);
const largest_A = 3.375 * device.switchingCurrent_A;

it("is the closed form within its 7 % and four sigma of the runs", () => {
  for (const current_A of [0.5e-6, 1e-6, 2e-6, 3e-6]) {
    const closed = crossingErrorProbability(operation, 300, current_A);
    const sigma = Math.sqrt((closed * (1 - closed)) / errors.runs);
    expect(Math.abs(errorAt(current_A) - closed)).toBeLessThan(4 * sigma + 0.07 * closed);
  }
});

it("simulates from rest outwards until fewer than ten of 400 walls fail", () => {
  expect(errors.crossing.current_A[0]).toBe(0);
  for (const curve of [errors.crossing, errors.holding])
    for (const failed of curve.failures) expect(failed).toBeGreaterThanOrEqual(10);
  // 10 of 400 lies near 4 uA; 4.5 and 6.75 uA are beyond.
  expect(errors.crossing.current_A.at(-1)).toBeLessThanOrEqual(4.5e-6);
  expect(errors.crossing.current_A.at(-1)).toBeGreaterThanOrEqual(3e-6);
});

it("goes on with the closed form, scaled to meet the last simulated chance", () => {
  const last_A = errors.crossing.current_A.at(-1)!;
  const scale = errors.crossing.chance.at(-1)! / crossingErrorProbability(operation, 300, last_A);
  for (const current_A of [last_A, 6e-6, 8e-6, 12e-6])
    expect(errorAt(current_A)).toBeCloseTo(scale * crossingErrorProbability(operation, 300, current_A), 12);
  expect(errorAt(12e-6)).toBeLessThan(1e-4);
  expect(errorAt(12e-6)).toBeGreaterThan(0);
});

describe.each([1, 2, 3, 4])("seed %s", (langevinSeed) => {
  const other = { ...device, langevinSeed, langevinRuns: 100 };
  const found = langevinErrorsOf(other, operation, 300);
  const at = (current_A: number): number => simulatedErrorProbability(found, operation, 300, current_A);
  it("never rises with the current, and is a probability", () => {
    let before = 1;
    for (let k = -400; k <= 400; k++) {
      const chance = at((k / 100) * device.switchingCurrent_A);
      expect(chance).toBeGreaterThanOrEqual(0);
      expect(chance).toBeLessThanOrEqual(before + 1e-14);
      before = chance;
    }
  });
  it("is never more often wrong when it must hold than when it must cross", () => {
    for (let k = 0; k <= 100; k++) {
      const current_A = (k / 20) * device.switchingCurrent_A;
      expect(1 - at(-current_A)).toBeLessThanOrEqual(at(current_A) + 1e-14);
    }
  });
});

it("gives the same again, and another curve with another seed", () => {
  const again = langevinErrorsOf({ ...device }, operation, 300);
  expect(again).toEqual(errors);
  expect(langevinErrorsOf({ ...device, langevinSeed: 7 }, operation, 300).crossing).not.toEqual(errors.crossing);
  expect(langevinErrorsOf(device, operation, 300)).toBe(errors);
});

it("simulates writes of at most 800 steps above 0 K, in its own fidelity only", () => {
  expect(isSimulated(device, operation, 300)).toBe(true);
  expect(isSimulated(device, operation, 0)).toBe(false);
  expect(isSimulated({ ...device, fidelity: "q-phi" }, operation, 300)).toBe(false);
  const slow = { ...device, switchingCurrent_A: 0.5e-6 };
  expect(isSimulated(slow, workingOperation(slow), 300)).toBe(false);
  // A long write is a slow walk, and the closed form the answer.
  expect(crossingErrorOf(slow, workingOperation(slow), 300)(1e-6)).toBe(
    crossingErrorProbability(workingOperation(slow), 300, 1e-6),
  );
});

it("takes steps short against relaxation, vibration and noise", () => {
  const step_s = langevinStep_s(operation, 300, largest_A);
  expect(step_s).toBeLessThanOrEqual(0.05 * operation.motion.relaxation_s);
  // 0.12 of the vibration at the end walls, sqrt(5.104e-25 kg / 2e-3 N/m) = 16 ps.
  expect(step_s).toBeCloseTo(0.12 * Math.sqrt(5.104e-25 / 2e-3), 15);
  const pinned = workingOperation({
    ...device,
    pinning: "washboard",
    pinningBarrier_J: 1e-21,
    pinningPeriod_m: 5e-9,
    switchingCurrent_A: 20e-6,
  });
  expect(langevinStep_s(pinned, 300, largest_A)).toBeLessThanOrEqual(step_s);
  expect(langevinStep_s(operation, 3e5, largest_A)).toBeLessThan(step_s);
});
